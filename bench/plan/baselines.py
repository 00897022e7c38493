"""Ways to choose the next card that know nothing of dlprep: what a plan has to beat.

All are told cards, weights, days and budget, see grades and seconds, and never the learner. What
they believe of a card's memory is computed by the `fsrs` package with its steps and fuzz off. New
cards come in order of weight. Nobody is left idle: who has nothing due or new looks at the card
due soonest that was not seen today.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from typing import Protocol

from fsrs import Card, Rating, Scheduler

EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be known on day `days`, when nothing is reviewed any more; today is day 0.

    A day's work ends after `answers` or, if given, `minutes`.
    """

    weights: tuple[float, ...]
    days: int
    answers: int
    minutes: float | None = None

    @property
    def cards(self) -> int:
        return len(self.weights)


class Policy(Protocol):
    """Chooses what to show. `next_card` may say None: enough for today."""

    def next_card(self, day: int, answers: int, seconds: float) -> int | None:
        """The card to show after so many answers and seconds of this day."""

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        """What became of it."""


MakePolicy = Callable[[Task, int], Policy]


class Daily:
    """A policy that lines up its cards when a day begins."""

    def __init__(self, task: Task, seed: int) -> None:
        self.task, self.chance = task, random.Random(f"policy {seed}")
        self.unseen = dict.fromkeys(sorted(range(task.cards), key=lambda c: -task.weights[c]))
        self.seen: dict[int, int] = {}  # card and the day it was last seen
        self.day, self.queue = -1, iter(())

    def next_card(self, day: int, answers: int, seconds: float) -> int | None:
        if day != self.day:
            self.day, self.queue = day, self.line(day)
        return next(self.queue, None)

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        self.unseen.pop(card, None)
        self.seen[card] = day

    def line(self, day: int) -> Iterator[int]:
        raise NotImplementedError

    def share_of_new(self, day: int) -> int:
        """New cards for today, if all are to be met by the last day in equal numbers."""
        return math.ceil(len(self.unseen) / (self.task.days - day))


class Scheduled(Daily):
    """Cards return when they are due: due, new, then ahead of time.

    With `spread`, the day's share of new cards comes first.
    """

    def __init__(self, task: Task, seed: int, *, spread: bool = False) -> None:
        super().__init__(task, seed)
        self.spread = spread
        self.due: dict[int, int] = {}

    def line(self, day: int) -> Iterator[int]:
        new = list(self.unseen)
        first = self.share_of_new(day) if self.spread else 0
        soonest = sorted(self.seen, key=lambda card: self.due[card])
        due = [card for card in soonest if self.due[card] <= day]
        ahead = [card for card in soonest if self.due[card] > day]
        return chain(new[:first], due, new[first:], ahead)


class Fsrs(Scheduled):
    """Due when the predicted recall falls to the desired retention."""

    def __init__(self, task: Task, seed: int, *, retention: float, spread: bool) -> None:
        super().__init__(task, seed, spread=spread)
        self.scheduler = exact(retention)
        self.cards = [Card(card_id=card) for card in range(task.cards)]

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        super().saw(card, grade, day, seconds)
        self.cards[card], _ = self.scheduler.review_card(self.cards[card], Rating(grade), at(day))
        self.due[card] = (self.cards[card].due - EPOCH).days


class Leitner(Scheduled):
    """Boxes of 1, 2, 4, 8, ... days; a success moves a card on, a lapse back to the first."""

    def __init__(self, task: Task, seed: int) -> None:
        super().__init__(task, seed)
        self.box = [0] * task.cards

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        super().saw(card, grade, day, seconds)
        self.box[card] = 0 if grade == Rating.Again else self.box[card] + 1
        self.due[card] = day + 2 ** max(self.box[card] - 1, 0)


class Weakest(Daily):
    """All new cards as fast as possible, then always the card least likely to be recalled now."""

    def __init__(self, task: Task, seed: int) -> None:
        super().__init__(task, seed)
        self.scheduler = exact(0.9)
        self.cards = [Card(card_id=card) for card in range(task.cards)]

    def line(self, day: int) -> Iterator[int]:
        now = at(day)
        recall = {
            card: self.scheduler.get_card_retrievability(self.cards[card], now)
            for card in self.seen
        }
        return chain(list(self.unseen), sorted(recall, key=lambda card: recall[card]))

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        super().saw(card, grade, day, seconds)
        self.cards[card], _ = self.scheduler.review_card(self.cards[card], Rating(grade), at(day))


class Rounds(Daily):
    """All cards in order, again and again."""

    def line(self, day: int) -> Iterator[int]:
        longest_ago = sorted(self.seen, key=lambda card: self.seen[card])
        return chain(list(self.unseen), longest_ago)


class Massed(Daily):
    """Each day its share of the cards, over and over until the time is up."""

    def line(self, day: int) -> Iterator[int]:
        block = list(self.unseen)[: self.share_of_new(day)] or self.latest()
        while True:
            yield from block

    def latest(self) -> list[int]:
        """The cards of the last day of work, once none is new."""
        last = max(self.seen.values())
        return [card for card, day in self.seen.items() if day == last]


class Chance(Daily):
    """Any card."""

    def line(self, day: int) -> Iterator[int]:
        while True:
            yield self.chance.randrange(self.task.cards)


def exact(retention: float) -> Scheduler:
    return Scheduler(
        desired_retention=retention, learning_steps=(), relearning_steps=(), enable_fuzzing=False
    )


def at(day: int) -> datetime:
    return EPOCH + timedelta(days=day)


BASELINES: dict[str, MakePolicy] = {
    **{
        f"fsrs {name}{spread * ' spread'}": partial(Fsrs, retention=share, spread=spread)
        for spread in (False, True)
        for name, share in ((".8", 0.8), (".9", 0.9), (".95", 0.95))
    },
    "leitner": Leitner,
    "weakest": Weakest,
    "rounds": Rounds,
    "massed": Massed,
    "random": Chance,
}
