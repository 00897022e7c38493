"""What to do today and why: the cards that raise the score on the date most, some questions,
a derivation and an exercise; without a date, what is due."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from statistics import fmean, median

from dlprep.bank.deal import Known
from dlprep.bank.faces import KINDS
from dlprep.bank.index import Bank
from dlprep.bank.select import Filter
from dlprep.memory import goal, queue
from dlprep.memory.forgetting import Memory
from dlprep.memory.goal import Prospect
from dlprep.memory.order import confusable, prerequisites_first
from dlprep.memory.pace import slowness
from dlprep.memory.person import stretch
from dlprep.memory.queue import item_of
from dlprep.memory.schedule import recall
from dlprep.model.event import CardState
from dlprep.model.flashcard import MISTAKE
from dlprep.model.plan import Agenda, Fading, Leaf, Ready
from dlprep.model.text import Text
from dlprep.practice import card_ids
from dlprep.practice.deck import Deck, Wishes
from dlprep.practice.plan import current
from dlprep.store.store import Store

MINUTES = 30  # a day, without a plan
LONG_TERM = 180  # days ahead that count where there is no date
_LOOKED_AT = 300
_PACED = 2000  # latest reviews, for what each card takes
_SAMPLE = 4000  # cards looked at one by one
_FORECAST, _UNSEEN = 120, 8  # groups of seen and unseen cards in a forecast
_NEW = 60  # new cards considered for today
_CARD_S, _QUESTION_S, _DERIVATION_MIN, _EXERCISE_MIN = 15.0, 60.0, 10, 25
_FIRST = 2  # times as long as later: to read and understand, not to recall
_LATELY = 180  # days that tell how the person forgets
_WEEK = 7
_WEAK = 0.7
_OFF = 0.03  # error of the predicted recall, until there is a measured one


class Today:
    """Looks at bank and log once; `agenda` sums it up. `whole` looks beyond the plan's topics."""

    def __init__(self, bank: Bank, store: Store, day: int, *, whole: bool = False) -> None:
        self._bank = bank
        self._store = store
        self._day = day
        self._whole = whole
        self.plan = current(store)

    def agenda(self, minutes: int | None = None) -> Agenda:
        """The day's work within the minutes of the plan (or these), and how things stand."""
        plan = self.plan
        minutes = minutes or (plan.minutes if plan else MINUTES)
        left = plan.day - self._day if plan else None
        quiz, derivation, exercise, seconds = self._shared_out(minutes)
        cards = self._cards(seconds)
        due = {each.state.card for each in self._known.cards if self._is_due(each.state)}
        return Agenda(
            plan=plan,
            days_left=left,
            minutes=minutes,
            cards=cards,
            due=len(due & set(cards)),
            quiz=quiz,
            derivation=derivation,
            exercise=exercise,
            ready=self._ready(left, seconds) if left is not None and left >= 0 else None,
            weak=self.weak,
            fading=self.fading,
            started=bool(self._known.cards),
        )

    def _shared_out(self, minutes: int) -> tuple[int, str | None, str | None, float]:
        """Questions, a derivation, an exercise, and the seconds that are left for cards."""
        left = minutes * 60.0
        exercise = self._longer("code") if minutes >= 2 * _EXERCISE_MIN else None
        left -= _EXERCISE_MIN * 60 if exercise else 0
        derivation = self._longer("derivation") if minutes >= 30 else None
        left -= _DERIVATION_MIN * 60 if derivation else 0
        quiz = min(max(round(left * 0.3 / self._seconds("answer", _QUESTION_S)), 1), 10)
        return quiz, derivation, exercise, left * 0.7

    @cached_property
    def _wanted(self) -> Filter:
        topics = self.plan.topics if self.plan and not self._whole else ()
        return Filter(topics=topics, kinds=KINDS)

    @cached_property
    def _counts(self) -> dict[str, tuple[int, int]]:
        found = self._bank.leaf_counts(self._wanted)
        return {leaf: (count.items, count.frequency) for leaf, count in found.items()}

    @cached_property
    def _known(self) -> Known:
        """Cards that have been seen, of items under the plan's topics."""
        with self._bank.beside(self._store.path, self._wanted) as deal:
            return deal.known(self._day, _SAMPLE)

    def _is_due(self, state: CardState) -> bool:
        return state.due is not None and state.due <= self._day

    def _is_open(self, state: CardState) -> bool:
        """Whether the card can be seen today: a face, not put away, not yet seen."""
        away = state.suspended or (state.buried_until or 0) > self._day
        seen = state.last == self._day and not self._is_due(state)
        return _is_face(state.card) and not away and not seen

    def _weight(self, leaf: str) -> float:
        """An item's share of the score: leaves count by how often interviews ask them."""
        items, frequency = self._counts[leaf]
        return frequency / sum(f for _, f in self._counts.values()) / items

    def _prospects(self) -> list[Prospect]:
        """The cards seen so far; those of one item share its weight."""
        siblings = Counter(each.item for each in self._known.cards)
        seconds = self._seconds("review", _CARD_S)
        return [
            Prospect(
                card=state.card,
                weight=self._weight(leaf) / siblings[item],
                seconds=seconds * slowness(self._paces[state.card]),
                memory=_memory(state),
                since=self._day - (state.last or self._day),
                copies=self._known.every,
            )
            for state, item, leaf in self._known.cards
        ]

    def _cards(self, seconds: float) -> tuple[str, ...]:
        """Mistakes that are due, then what raises the score most; without a date that is what is
        due, and new cards."""
        left = self.plan.day - self._day if self.plan else -1
        days = left if left >= 0 else LONG_TERM
        pairs = zip((each.state for each in self._known.cards), self._prospects(), strict=True)
        known = [p for s, p in pairs if self._is_open(s) and (left >= 0 or self._is_due(s))]
        unseen = sum(group.copies for group in self._unseen_groups())
        chosen = goal.choose(
            [*known, *self._new()],
            days,
            seconds,
            share=goal.share_of_new(unseen, left) if left >= 0 else 0,
            k=self._stretch,
            faded=goal.FADED if left >= 0 else 1.0,
        )
        cards = self._ordered(queue.one_of_each_item(each.card for each in chosen))
        return (*self._mistakes(), *cards)

    def _mistakes(self) -> list[str]:
        """Cards of mistakes that are due; a plan for some topics has them all the same."""
        due = queue.due_first(self._store.due(self._day, named=MISTAKE), self._day)
        return [s.card for s in due if self._bank.mistake(card_ids.mistake_of(s.card) or "")]

    def _new(self) -> Iterator[Prospect]:
        """New cards by how often they are asked, what is needed first; exercises are no cards to
        begin with."""
        seen = {each.item for each in self._known.cards}
        seen |= {item_of(card) for card in self._store.reviewed(self._day)}
        seconds = _FIRST * self._seconds("review", _CARD_S)
        deck = Deck(self._bank, self._store, self._day, Wishes(topics=self._wanted.topics))
        cards = deck.new(_NEW, seen)
        weights = self._weights_of_new([item_of(card) for card in cards])
        for card in cards:
            if item_of(card) in weights:
                yield Prospect(card=card, weight=weights[item_of(card)], seconds=seconds)

    def _weights_of_new(self, items: list[str]) -> dict[str, float]:
        """What new items count but exercises; one that another needs, as much as that at least.
        The items stand in the order of their turn, so that what is needed comes before."""
        headers = self._bank.headers(items)
        weights = {
            item: self._weight(headers[item].leaf) for item in items if headers[item].kind != "code"
        }
        place = {item: n for n, item in enumerate(items)}
        for item, needed in sorted(self._bank.needs(items), key=lambda pair: -place[pair[0]]):
            if needed in weights:
                weights[needed] = max(weights[needed], weights.get(item, 0.0))
        return weights

    def _ordered(self, cards: list[str]) -> list[str]:
        items = {card: self._bank.get(item_of(card)) for card in cards}
        leaf = {card: item.leaf for card, item in items.items() if item}
        kept = [card for card in cards if card in leaf]
        stable = {s.card: s.stability or 0.0 for s, _, _ in self._known.cards}
        needs = {c: item.needs for c, item in items.items() if item}
        confuses = {c: item.confuses for c, item in items.items() if item}
        ordered = queue.apart(kept, leaf.__getitem__)
        return prerequisites_first(confusable(ordered, confuses, stable), needs)

    def _longer(self, kind: str) -> str | None:
        """The derivation or exercise for today: one that is due, else the most asked new one."""
        due = {item_of(s.card): s for s in self._store.due(self._day, _LOOKED_AT)}
        wanted = Filter(topics=self._wanted.topics, kinds=frozenset([kind]))
        ready = self._bank.headers(due, wanted)
        whole = [
            item for item in due if item in ready and due[item].card == card_ids.whole(item, kind)
        ]
        if whole:
            return whole[0]
        headers = list(self._bank.all_headers(wanted))
        known = self._store.cards([card_ids.whole(header.id, kind) for header in headers])
        new = [h for h in headers if card_ids.whole(h.id, kind) not in known]
        return min(new, key=lambda h: (-h.frequency, h.difficulty, h.id)).id if new else None

    def _seconds(self, kind: str, usual: float) -> float:
        times = self._times[kind]
        return max(median(times) / 1000, 2.0) if len(times) >= 5 else usual

    @cached_property
    def _times(self) -> Mapping[str, list[int]]:
        times: dict[str, list[int]] = defaultdict(list)
        for event in self._store.latest(["review", "answer"], _LOOKED_AT):
            if event.ms:
                times[event.kind].append(event.ms)
        return times

    @cached_property
    def _paces(self) -> Mapping[str, list[float]]:
        """What each lately reviewed card took, beside the usual; a first sight takes longer."""
        usual = 1000 * self._seconds("review", _CARD_S)
        found: dict[str, list[float]] = defaultdict(list)
        for card, ms, first in self._store.review_times(_PACED):
            found[card].append(ms / (usual * (_FIRST if first else 1)))
        return found

    def _ready(self, days: int, seconds: float) -> Ready:
        """`seconds` a day go to cards: what the rest of the time teaches is not promised."""
        known = self._prospects()
        k = self._stretch
        low, high = goal.band(known, days, _OFF, k)
        alike = [*_grouped(known, _FORECAST), *_grouped(self._unseen_groups(), _UNSEEN)]
        return Ready(
            now=goal.score(known, days, k),
            low=low,
            high=high,
            kept=goal.forecast(alike, days, seconds, k=k),
            missed=goal.forecast(alike, days, seconds, k=k, missed=True),
        )

    @cached_property
    def _stretch(self) -> float:
        return stretch(self._store.recall_stats(self._day - _LATELY))

    def _unseen_groups(self) -> Iterator[Prospect]:
        """The items never seen, a group for each leaf."""
        seen = Counter(leaf for _, leaf in {(each.item, each.leaf) for each in self._known.cards})
        later = self._seconds("review", _CARD_S)
        for leaf, (items, _) in self._counts.items():
            if (left := items - self._known.every * seen[leaf]) > 0:
                yield Prospect(
                    card=leaf,
                    weight=self._weight(leaf),
                    seconds=_FIRST * later,
                    later=later,
                    copies=left,
                )

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every leaf with questions, in the order of their ids."""
        recalls: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for state, item, leaf in self._known.cards:
            recalls[leaf][item].append(recall(state, self._day))
        found = []
        titles = self._bank.leaves()
        for leaf, (items, _) in self._counts.items():
            means = [sum(each) / len(each) for each in recalls[leaf].values()]
            title = titles.get(leaf) or Text(leaf, leaf)
            seen = min(self._known.every * len(means), items)
            mastery = seen * fmean(means) / items if means else 0.0
            found.append(Leaf(leaf=leaf, title=title, mastery=mastery, seen=seen, items=items))
        return tuple(found)

    @property
    def weak(self) -> tuple[Leaf, ...]:
        """The three weakest leaves that have been touched, weighed by how often they are asked."""
        touched = [leaf for leaf in self.leaves if leaf.seen and leaf.mastery < _WEAK]
        missing = {leaf.leaf: (1 - leaf.mastery) * self._counts[leaf.leaf][1] for leaf in touched}
        return tuple(sorted(touched, key=lambda leaf: -missing[leaf.leaf])[:3])

    @property
    def fading(self) -> tuple[Fading, ...]:
        """The named mistakes of the last week, most often made first."""
        recent = self._store.latest(["answer", "check"], _LOOKED_AT)
        times = Counter(
            (event.mistake, event.subject, event.day)
            for event in recent
            if event.mistake and event.day > self._day - _WEEK
        )
        codes = Counter(code for code, _, _ in times)
        made = []
        for code, count in codes.most_common(3):
            if known := self._bank.mistake(str(code)):
                made.append(Fading(code=str(code), name=known.name, times=count))
        return tuple(made)


def _memory(state: CardState) -> Memory:
    return Memory(state.stability or 0.1, state.difficulty or 5.0)


def _is_face(card: str) -> bool:
    return card.rpartition("#")[2] not in {"code", "derivation"}


def _grouped(cards: Iterable[Prospect], most: int) -> Iterator[Prospect]:
    """Neighbours in stability and weight as one, so that a forecast looks at few cards."""
    ranked = sorted(cards, key=lambda p: (p.memory or (0.0, 0.0), p.weight))
    size = -(-len(ranked) // most) or 1
    for start in range(0, len(ranked), size):
        group = ranked[start : start + size]
        copies = sum(each.copies for each in group)
        weight = sum(each.weight * each.copies for each in group) / copies
        yield group[len(group) // 2]._replace(weight=weight, copies=copies)
