"""Which cards come up: what is due, and new ones, from the bank and the log together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.memory import queue
from dlprep.memory.queue import item_of
from dlprep.model.catalog import Header
from dlprep.model.event import CardState
from dlprep.model.value import dataclass
from dlprep.practice import card_ids
from dlprep.practice.faces import faces
from dlprep.store.store import Store

NEW_A_DAY = 20
REVIEWS_A_DAY = 200
_CHUNK = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What the person asked for; a limit of None is the day's, less what the day has seen.
    `cards` are the session, in this order, where a plan has chosen it."""

    topics: tuple[str, ...] = ()
    new: int | None = None
    reviews: int | None = None
    cards: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """The cards of a session in order; `..._held` say that a limit kept others back."""

    cards: tuple[str, ...]
    new: frozenset[str]
    due_held: bool
    new_held: bool


class Deck:
    """Draws the pile of one session on one study day."""

    def __init__(self, bank: Bank, store: Store, day: int, wishes: Wishes) -> None:
        self._bank = bank
        self._store = store
        self._day = day
        self._wishes = wishes
        self._wanted = Filter(topics=wishes.topics, kinds=card_ids.KINDS)

    def draw(self) -> Pile:
        """The pile: due cards by how overdue they are, new ones between, topics apart."""
        if self._wishes.cards is not None:
            return self._chosen(self._wishes.cards)
        new_limit, due_limit = self._limits()
        found = self._due(due_limit + 1)
        due = queue.due_first(found[:due_limit], self._day)
        taken = {item_of(state.card) for state in found}
        found_new = list(islice(self._new(taken), new_limit + 1))
        new = found_new[:new_limit]
        cards = queue.mixed([state.card for state in due], new)
        return Pile(
            cards=tuple(queue.apart(cards, self._leaves(cards).__getitem__)),
            new=frozenset(new),
            due_held=len(found) > due_limit,
            new_held=len(found_new) > new_limit,
        )

    def _chosen(self, cards: tuple[str, ...]) -> Pile:
        seen = {card for card, state in self._store.cards(cards).items() if state.reps}
        new = frozenset(cards) - seen
        return Pile(cards=cards, new=new, due_held=False, new_held=False)

    @cached_property
    def is_empty(self) -> bool:
        """Whether the bank has no card at all under this filter."""
        return not self._bank.leaf_counts(self._wanted)

    def _limits(self) -> tuple[int, int]:
        today = self._store.day_stats(self._day, self._day).get(self._day)
        introduced, reviews = (today.introduced, today.reviews) if today else (0, 0)
        new, due = self._wishes.new, self._wishes.reviews
        return (
            max(NEW_A_DAY - introduced, 0) if new is None else new,
            max(REVIEWS_A_DAY - (reviews - introduced), 0) if due is None else due,
        )

    def _due(self, limit: int) -> list[CardState]:
        """Due cards that the bank still has, one of an item, siblings of today's left out."""
        asked = 2 * limit + _CHUNK
        while True:
            page = self._store.due(self._day, asked)
            kept = self._allowed(page)
            if len(kept) >= limit or len(page) < asked:
                return kept[:limit]
            asked *= 4

    def _allowed(self, page: list[CardState]) -> list[CardState]:
        headers = self._headers({item_of(state.card) for state in page})
        fitting = {
            state.card: state
            for state in page
            if self._fits(state, headers.get(item_of(state.card)))
            and self._seen_today.get(item_of(state.card), state.card) == state.card
        }
        return [fitting[card] for card in queue.one_of_each_item(fitting)]

    def _fits(self, state: CardState, header: Header | None) -> bool:
        """Whether the bank still has the card, and it is due."""
        if code := card_ids.mistake_of(state.card):
            known = not self._wishes.topics and self._bank.mistake(code) is not None
            return known and queue.is_due(state, state.rev, self._day)
        if header is None or not queue.is_due(state, header.rev, self._day):
            return False
        return state.card in card_ids.possible(header.id, header.kind)

    def _headers(self, items: Iterable[str]) -> dict[str, Header]:
        if not self._wishes.topics:
            return self._bank.headers(items)
        return {item: self._by_topic[item] for item in items if item in self._by_topic}

    @cached_property
    def _by_topic(self) -> dict[str, Header]:
        return {header.id: header for header in self._bank.all_headers(self._wanted)}

    @cached_property
    def _seen_today(self) -> dict[str, str]:
        """Of each item reviewed on this study day, the card (or one of them) that was."""
        return {item_of(card): card for card in self._store.reviewed(self._day)}

    def _new(self, taken: set[str]) -> Iterator[str]:
        """New cards by how often they are asked; items of `taken` are in the pile already."""
        places = queue.by_frequency(self._bank.leaf_counts(self._wanted))
        while chunk := list(islice(places, _CHUNK)):
            ids = [self._bank.nth(leaf, self._wanted, n) for leaf, n in chunk]
            headers = self._bank.headers(ids)
            states = self._store.cards(
                [card for item in ids for card in card_ids.possible(item, headers[item].kind)]
            )
            for item in ids:
                card = None if item in taken else self._new_of(headers[item], states)
                if card is not None:
                    yield card

    def _new_of(self, header: Header, states: dict[str, CardState]) -> str | None:
        """The first new card of an item none of whose cards was seen today."""
        possible = card_ids.possible(header.id, header.kind)
        known = [states[card] for card in possible if card in states]
        seen = self._seen_today.get(header.id)
        if seen and all(state.rev >= header.rev for state in known):
            return None
        new = [c for c in possible if queue.is_new(states.get(c), header.rev, self._day)]
        if not new or card_ids.is_sure(new[0], header.kind):
            return new[0] if new else None
        there = {face.card for face in faces(self._bank.item(header.id))}
        return next((card for card in new if card in there), None)

    def _leaves(self, cards: list[str]) -> dict[str, str]:
        """The leaf of each card."""
        headers = self._bank.headers(map(item_of, cards))
        return {
            card: header.leaf if (header := headers.get(item_of(card))) else item_of(card)
            for card in cards
        }
