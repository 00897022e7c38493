"""Simulated learners: how recall really fades and grows in people whom a planner cannot look into.

Days are study days from 0; a card never seen counts as not known. Three learners disagree on the
law of forgetting, so that a planner that does well by all of them does not owe it to its own model:

- `FsrsLearner` follows FSRS-6 with the default weights of the `fsrs` package, but each card bends
  them: its first stability and its growth by log-normal factors, its difficulty by a shift;
- `ExponentialLearner` forgets by exp(-t/s), and a success stretches s the more, the more had faded;
- `ActivationLearner` sums traces that decay as powers of time and recalls above a threshold.

How first grades and later ones fall, and seconds an answer, are the defaults of the simulator of
`fsrs-rs` (measured there on collections of Anki).
"""

from __future__ import annotations

import math
import random
from abc import ABC, abstractmethod

from fsrs.scheduler import DEFAULT_PARAMETERS

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
FIRST_GRADES = (0.24, 0.094, 0.495, 0.171)
RECALLED_GRADES = (0.224, 0.631, 0.145)  # hard, good, easy among answers that were recalled
NEW_SECONDS = (33.79, 24.3, 13.68, 6.5)
REVIEW_SECONDS = (23.0, 11.68, 7.33, 5.6)
SLOWNESS, HASTE = 0.4, 0.3  # log-normal spread of seconds between cards, and between answers

Random = random.Random


class Learner(ABC):
    """Somebody who learns `cards` cards, numbered from 0; who they are is drawn from `seed`."""

    def __init__(self, cards: int, seed: int) -> None:
        self.chance = Random(f"{type(self).__name__} {seed}")
        self.last: list[int | None] = [None] * cards
        self.slowness = [self.chance.lognormvariate(0, SLOWNESS) for _ in range(cards)]

    def recall_probability(self, card: int, day: float) -> float:
        """The chance to recall the card on that day, no earlier than its last review."""
        last = self.last[card]
        return 0.0 if last is None else self.recalled(card, day - last)

    def review(self, card: int, day: int, rng: Random) -> int:
        """The grade, 1 (again) to 4 (easy), of an answer that also teaches the card."""
        if self.last[card] is None:
            grade = self.first_grade(card, rng)
            self.meet(card, day, grade)
        elif rng.random() >= self.recall_probability(card, day):
            grade = AGAIN
            self.learn(card, day, grade)
        else:
            grade = HARD + drawn(RECALLED_GRADES, rng.random())
            self.learn(card, day, grade)
        self.last[card] = day
        return grade

    def seconds(self, card: int, grade: int, rng: Random, *, new: bool) -> float:
        """How long that answer took; new cards and failures take longer."""
        usual = (NEW_SECONDS if new else REVIEW_SECONDS)[grade - 1]
        return usual * self.slowness[card] * rng.lognormvariate(0, HASTE)

    def first_grade(self, card: int, rng: Random) -> int:
        return AGAIN + drawn(FIRST_GRADES, rng.random())

    @abstractmethod
    def recalled(self, card: int, days: float) -> float:
        """The chance to recall a card `days` after its last review."""

    @abstractmethod
    def meet(self, card: int, day: int, grade: int) -> None:
        """The first sight of a card."""

    @abstractmethod
    def learn(self, card: int, day: int, grade: int) -> None:
        """A later review; `last` still holds the day of the one before."""


class FsrsLearner(Learner):
    """FSRS-6 with cards that differ from it; `misfit` 0 is FSRS-6 itself.

    Formulas: the wiki of open-spaced-repetition, "The Algorithm", FSRS-6. With t in days,
    R = (1 + F·t/S)^(-w20), F = 0.9^(-1/w20) - 1. Reviews of one day use the short-term formula.
    """

    def __init__(self, cards: int, seed: int, misfit: float = 1.0) -> None:
        super().__init__(cards, seed)
        self.w = DEFAULT_PARAMETERS
        self.factor = 0.9 ** (-1 / self.w[20]) - 1
        bend = self.chance.lognormvariate
        self.start = [bend(0, 0.6 * misfit) for _ in range(cards)]
        self.growth = [bend(0, 0.4 * misfit) for _ in range(cards)]
        self.shift = [self.chance.gauss(0, misfit) for _ in range(cards)]
        self.stability = [0.0] * cards
        self.difficulty = [0.0] * cards

    def recalled(self, card: int, days: float) -> float:
        whole = math.floor(days)
        return float((1 + self.factor * whole / self.stability[card]) ** -self.w[20])

    def meet(self, card: int, day: int, grade: int) -> None:
        self.stability[card] = self.w[grade - 1] * self.start[card]
        self.difficulty[card] = within(self.first_difficulty(grade) + self.shift[card])

    def learn(self, card: int, day: int, grade: int) -> None:
        last = self.last[card]
        assert last is not None
        before, days = self.stability[card], day - last
        if days < 1:
            after = self.short_term(before, grade)
        elif grade == AGAIN:
            after = self.lapse(before, self.difficulty[card], self.recalled(card, days))
        else:
            after = self.success(before, self.difficulty[card], self.recalled(card, days), grade)
        if after > before:
            after = before + (after - before) * self.growth[card]
        self.stability[card] = max(after, 0.001)
        self.difficulty[card] = self.next_difficulty(self.difficulty[card], grade)

    def first_difficulty(self, grade: int) -> float:
        return self.w[4] - math.exp(self.w[5] * (grade - 1)) + 1

    def next_difficulty(self, difficulty: float, grade: int) -> float:
        step = -self.w[6] * (grade - GOOD) * (10 - difficulty) / 9
        mean = self.first_difficulty(EASY)
        return within(self.w[7] * mean + (1 - self.w[7]) * (difficulty + step))

    def success(self, s: float, d: float, r: float, grade: int) -> float:
        bonus = {HARD: self.w[15], GOOD: 1.0, EASY: self.w[16]}[grade]
        faded = math.exp(self.w[10] * (1 - r)) - 1
        return s * (1 + math.exp(self.w[8]) * (11 - d) * s ** -self.w[9] * faded * bonus)

    def lapse(self, s: float, d: float, r: float) -> float:
        regained = (s + 1) ** self.w[13] - 1
        after = self.w[11] * d ** -self.w[12] * regained * math.exp(self.w[14] * (1 - r))
        return min(after, s / math.exp(self.w[17] * self.w[18]))

    def short_term(self, s: float, grade: int) -> float:
        times = math.exp(self.w[17] * (grade - GOOD + self.w[18])) * s ** -self.w[19]
        return s * (times if grade == AGAIN else max(times, 1.0))


class Familiar(Learner):
    """A learner whose cards lie apart in ease, of which the first grade tells something."""

    def __init__(self, cards: int, seed: int) -> None:
        super().__init__(cards, seed)
        self.ease = [self.chance.gauss(0, 1) for _ in range(cards)]

    def first_grade(self, card: int, rng: Random) -> int:
        """By ease, blurred by half as much chance; over all cards as `FIRST_GRADES`."""
        seen = (self.ease[card] + rng.gauss(0, 0.5)) / math.hypot(1, 0.5)
        return AGAIN + drawn(FIRST_GRADES, normal_share(seen))


class ExponentialLearner(Familiar):
    """R = exp(-t/s). A success makes s·(1 + g·√(1-R)) of it, a lapse 0.4·s, no less than the start.

    The square root makes the spacing effect its own: half of what waiting can bring is there when
    a quarter has faded, and a review on the same day brings nothing.
    """

    GROWTH, KEPT, START = 3.0, 0.4, 8.0

    def __init__(self, cards: int, seed: int) -> None:
        super().__init__(cards, seed)
        self.start = [self.START * math.exp(0.8 * ease) for ease in self.ease]
        self.growth = [self.GROWTH * self.chance.lognormvariate(0, 0.3) for _ in range(cards)]
        self.span = list(self.start)

    def recalled(self, card: int, days: float) -> float:
        return math.exp(-days / self.span[card])

    def meet(self, card: int, day: int, grade: int) -> None:
        self.span[card] = self.start[card]

    def learn(self, card: int, day: int, grade: int) -> None:
        before, recall = self.span[card], self.recall_probability(card, day)
        if grade == AGAIN:
            lost = max(before * self.KEPT, self.start[card])
            self.span[card] = min(before, lost)
        else:
            self.span[card] = before * (1 + self.growth[card] * math.sqrt(1 - recall))


class ActivationLearner(Familiar):
    """Traces of power-law decay, recalled above a threshold (Pavlik and Anderson 2005).

    Activation m = ln Σ tᵢ^(-dᵢ) over past reviews, dᵢ = c·exp(m when it was laid) + a, and
    R = 1 / (1 + exp((τ - m)/s)): a trace laid while the card is still active fades faster. c, a, s
    and the slowing of time outside study (0.025) are the paper's; the threshold τ is lower and
    differs by card, for cards that tie in with what a person knows rather than foreign words.
    """

    C, A, S = 0.217, 0.177, 0.255
    DAY, NOW = 86_400 * 0.025, 60.0  # seconds that a day counts; the age of a trace just laid
    THRESHOLD, SPREAD = -1.75, 0.35

    def __init__(self, cards: int, seed: int) -> None:
        super().__init__(cards, seed)
        self.threshold = [self.THRESHOLD - self.SPREAD * ease for ease in self.ease]
        self.traces: list[list[tuple[int, float]]] = [[] for _ in range(cards)]

    def recalled(self, card: int, days: float) -> float:
        last = self.last[card]
        assert last is not None
        above = math.log(self.strength(card, last + days)) - self.threshold[card]
        return 1 / (1 + math.exp(-above / self.S))

    def meet(self, card: int, day: int, grade: int) -> None:
        self.learn(card, day, grade)

    def learn(self, card: int, day: int, grade: int) -> None:
        self.traces[card].append((day, self.C * self.strength(card, day) + self.A))

    def strength(self, card: int, day: float) -> float:
        """exp(m): Σ tᵢ^(-dᵢ)."""
        return sum((self.DAY * (day - at) + self.NOW) ** -decay for at, decay in self.traces[card])


def within(difficulty: float) -> float:
    return min(max(difficulty, 1.0), 10.0)


def drawn(shares: tuple[float, ...], at: float) -> int:
    """Which of the shares, laid end to end, `at` in [0, 1] falls into."""
    for place, share in enumerate(shares[:-1]):
        if at < share:
            return place
        at -= share
    return len(shares) - 1


def normal_share(z: float) -> float:
    """The share of a normal distribution below z."""
    return 0.5 * (1 + math.erf(z / math.sqrt(2)))
