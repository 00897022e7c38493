"""Which cards come up: what is due, and new ones, from the bank and the log together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeVar

from dlprep.bank.deal import Deal, Unseen
from dlprep.bank.faces import KINDS
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.memory import queue
from dlprep.memory.order import prerequisites_first
from dlprep.memory.queue import item_of
from dlprep.model.event import CardState
from dlprep.model.message import DlprepError, fault
from dlprep.model.value import dataclass
from dlprep.store.store import Store

NEW_A_DAY = 20
REVIEWS_A_DAY = 200
_CHUNK = 64

T = TypeVar("T")


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
        self._wanted = Filter(topics=wishes.topics, kinds=KINDS)

    def draw(self) -> Pile:
        """The pile: due cards by how overdue they are, new ones between, topics apart, and no card
        before one that it needs."""
        if self._wishes.cards is not None:
            return self._chosen(self._wishes.cards)
        new_limit, due_limit = self._limits()
        with self._bank.beside(self._store.path, self._wanted) as deal:
            found = self._due(deal, due_limit + 1)
            taken = {item_of(state.card) for state in found}
            found_new = self._new(deal, new_limit + 1, taken)
        due = queue.due_first(found[:due_limit], self._day)
        new = found_new[:new_limit]
        cards = queue.mixed([state.card for state in due], new)
        apart = queue.apart(cards, self._leaves(cards).__getitem__)
        return Pile(
            cards=tuple(prerequisites_first(apart, self._needs(cards))),
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

    def new(self, limit: int, but: set[str]) -> list[str]:
        """Up to `limit` new cards by their turn, none of the items `but`."""
        with self._bank.beside(self._store.path, self._wanted) as deal:
            return self._new(deal, limit, but)

    def _due(self, deal: Deal, limit: int) -> list[CardState]:
        """Due cards, one of an item, siblings of today's left out."""

        def apart(cards: list[str]) -> list[str]:
            today = self._seen_today
            return queue.one_of_each_item(c for c in cards if today.get(item_of(c), c) == c)

        cards = _enough(lambda most: deal.due(self._day, most), apart, limit)
        states = self._store.cards(cards)
        return [states[card] for card in cards]

    def _new(self, deal: Deal, limit: int, taken: set[str]) -> list[str]:
        """New cards by their turn; items of `taken` are in the pile already, and of an item seen
        today only a card that means something else now is met."""

        def allowed(found: list[Unseen]) -> list[str]:
            today = self._seen_today
            free = (each for each in found if each.item not in taken)
            return queue.one_of_each_item(
                each.card for each in free if each.anew or each.item not in today
            )

        return _enough(lambda most: deal.unseen(self._day, most), allowed, limit)

    @cached_property
    def _seen_today(self) -> dict[str, str]:
        """Of each item reviewed on this study day, the card (or one of them) that was."""
        return {item_of(card): card for card in self._store.reviewed(self._day)}

    def _needs(self, cards: list[str]) -> dict[str, list[str]]:
        """The items that each card needs, where it needs any."""
        needs: dict[str, list[str]] = defaultdict(list)
        for item, needed in self._bank.needs(map(item_of, cards)):
            needs[item].append(needed)
        return {card: needs[item] for card in cards if (item := item_of(card)) in needs}

    def _leaves(self, cards: list[str]) -> dict[str, str]:
        """The leaf of each card."""
        headers = self._bank.headers(map(item_of, cards))
        return {
            card: header.leaf if (header := headers.get(item_of(card))) else item_of(card)
            for card in cards
        }


def no_cards(bank: Bank, topics: Sequence[str]) -> DlprepError:
    """There is no card under the topics, or none at all."""
    if not topics:
        return fault("flashcards.no-cards")
    near = bank.near_topics(topics)
    code = "flashcards.no-cards-near" if near else "flashcards.no-cards-of"
    return fault(code, topics=list(topics), near=near)


def _enough(
    draw: Callable[[int], list[T]], keep: Callable[[list[T]], list[str]], limit: int
) -> list[str]:
    """The first `limit` cards that are kept of what is drawn; more is drawn until it is enough."""
    most = 2 * limit + _CHUNK
    while True:
        drawn = draw(most)
        kept = keep(drawn)
        if len(kept) >= limit or len(drawn) < most:
            return kept[:limit]
        most *= 4
