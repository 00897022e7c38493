"""The bench that plans for a date are measured on: budgets, others to beat, days missed, leads."""

from __future__ import annotations

import math
import random
from pathlib import Path
from types import ModuleType

import baselines
import pytest
import truth
from baselines import BASELINES, Daily, MakePolicy, Task
from planner import Planned
from run import VARIANTS, Variant, cell, lead, outcome, study
from truth import GOOD, FsrsLearner

TASK = Task((1.0,) * 40, days=10, answers=12)


class Greedy(Daily):
    """What looks best by FSRS-6 without misfit: the card whose review adds most on the date."""

    NEW = 0.6

    def __init__(self, task: Task, seed: int) -> None:
        super().__init__(task, seed)
        self.belief = FsrsLearner(task.cards, seed, misfit=0)

    def next_card(self, day: int, answers: int, seconds: float) -> int | None:
        best = max(range(self.task.cards), key=lambda card: self.gain(card, day))
        return best if self.gain(best, day) > 0 else None

    def gain(self, card: int, day: int) -> float:
        if card in self.unseen:
            return self.NEW
        if self.seen[card] == day:
            return 0
        s, d = self.belief.stability[card], self.belief.difficulty[card]
        now = self.belief.recall_probability(card, day)
        held, lost = self.belief.success(s, d, now, GOOD), self.belief.lapse(s, d, now)
        kept = self.belief.recall_probability(card, self.task.days)
        return now * self.left(held, day) + (1 - now) * self.left(lost, day) - kept

    def left(self, stability: float, day: int) -> float:
        wait = self.task.days - day
        return float((1 + self.belief.factor * wait / stability) ** -self.belief.w[20])

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        (self.belief.meet if card in self.unseen else self.belief.learn)(card, day, grade)
        self.belief.last[card] = day
        super().saw(card, grade, day, seconds)


class Recorded:
    """Keeps what a policy was told."""

    def __init__(self, make: MakePolicy, task: Task) -> None:
        self.policy = make(task, 1)
        self.shown: list[tuple[int, int]] = []
        self.seconds: list[float] = []

    def next_card(self, day: int, answers: int, seconds: float) -> int | None:
        return self.policy.next_card(day, answers, seconds)

    def saw(self, card: int, grade: int, day: int, seconds: float) -> None:
        self.shown.append((day, card))
        self.seconds.append(seconds)
        self.policy.saw(card, grade, day, seconds)


def worked(make: MakePolicy, task: Task, days: int) -> Recorded:
    learner, recorded, chance = FsrsLearner(task.cards, 1), Recorded(make, task), random.Random(1)
    for day in range(days):
        study(day, task, learner, recorded, chance)
    return recorded


@pytest.mark.parametrize("make", BASELINES.values(), ids=BASELINES)
def test_every_baseline_works_its_answers_each_day(make: MakePolicy) -> None:
    """Nobody is idle while the budget lasts, and nobody gets more."""
    shown = worked(make, TASK, 10).shown
    assert [sum(day == d for day, _ in shown) for d in range(10)] == [12] * 10
    assert all(0 <= card < 40 for _, card in shown)


@pytest.mark.parametrize("name", [name for name in BASELINES if name not in {"massed", "random"}])
def test_a_schedule_shows_a_card_once_a_day(name: str) -> None:
    """But for massed and random, no card is seen twice on one day."""
    shown = worked(BASELINES[name], TASK, 10).shown
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("name", [name for name in BASELINES if name.endswith("spread")])
def test_spread_meets_every_card_by_the_last_day_in_equal_shares(name: str) -> None:
    """Forty cards in ten days are at least four new ones a day."""
    shown = worked(BASELINES[name], TASK, 10).shown
    met = [len({card for day, card in shown if day <= last}) for last in range(10)]
    assert all(count >= 4 * (last + 1) for last, count in enumerate(met))


def test_due_cards_come_before_new_ones_without_spread() -> None:
    """Once due cards fill the day, no new card comes."""
    shown = worked(BASELINES["fsrs .95"], Task((1.0,) * 100, days=20, answers=5), 20).shown
    assert len({card for _, card in shown}) < 50


def test_new_cards_come_in_order_of_weight() -> None:
    """A baseline knows the weights too."""
    shown = worked(BASELINES["weakest"], Task((1.0, 3.0, 2.0), days=5, answers=1), 3).shown
    assert [card for _, card in shown] == [1, 2, 0]


def test_the_plan_works_no_more_than_its_answers() -> None:
    """It may stop early, where nothing helps any more."""
    shown = worked(Planned, TASK, 10).shown
    assert all(sum(day == d for day, _ in shown) <= 12 for d in range(10))
    assert {card for _, card in shown} == set(range(40))


def test_massed_keeps_to_the_cards_of_its_day() -> None:
    """Forty cards in ten days are blocks of four, each seen three times on its day."""
    shown = worked(BASELINES["massed"], TASK, 10).shown
    assert [card for day, card in shown if day == 3] == [12, 13, 14, 15] * 3


def test_minutes_end_a_day_with_the_answer_under_way() -> None:
    """The last answer begins within the minutes; without it they are not used up."""
    seconds = worked(BASELINES["rounds"], Task((1.0,) * 40, 10, 12, minutes=2), 1).seconds
    assert sum(seconds[:-1]) < 120 <= sum(seconds)


def test_missed_days_are_the_same_for_everybody() -> None:
    """They hang on the seed alone; a week off is seven days in the middle."""
    missed = VARIANTS["missed"]
    assert missed.studied(60, 3) == missed.studied(60, 3) != missed.studied(60, 4)
    assert 40 < len(missed.studied(60, 3)) < 60
    assert VARIANTS["week-off"].studied(30, 0) == [*range(15), *range(22, 30)]


def test_weights_are_one_to_three_and_count() -> None:
    """The weighted score differs from the plain one only where weights do."""
    assert set(VARIANTS["weights"].weights(200, 0)) == {1, 2, 3}
    uneven = outcome(VARIANTS["weights"], "40/10/8", BASELINES["weakest"], 0)
    even = outcome(VARIANTS["answers"], "40/10/8", BASELINES["weakest"], 0)
    assert uneven.weighted != uneven.alike
    assert even.weighted == pytest.approx(even.alike)


@pytest.mark.parametrize("module", [baselines, truth])
def test_learners_and_baselines_do_not_know_dlprep(module: ModuleType) -> None:
    """The judge imports nothing of what it judges."""
    assert module.__file__ is not None
    assert "import dlprep" not in (text := Path(module.__file__).read_text(encoding="utf-8"))
    assert "from dlprep" not in text


@pytest.mark.parametrize("variant", ["answers", "minutes", "weights"])
def test_the_plan_beats_chance(variant: str) -> None:
    """dlprep's plan goes through the same door as the others, in answers and in minutes."""
    ours, by_chance = (
        outcome(VARIANTS[variant], "60/8/20", make, 0).weighted
        for make in (Planned, BASELINES["random"])
    )
    assert ours > by_chance + 0.05


def test_what_the_plan_promised_and_believed_is_held_against_the_truth() -> None:
    """Both are differences of scores; others promise nothing."""
    score = outcome(VARIANTS["weights"], "60/8/20", Planned, 0)
    assert -1 < score.promised < 1
    assert abs(score.believed) < 0.2
    assert math.isnan(outcome(VARIANTS["weights"], "60/8/20", BASELINES["rounds"], 0).promised)


def test_the_bench_tells_a_good_plan_from_chance() -> None:
    """Greedy by FSRS beats random and massed by far where FSRS is nearly true."""
    greedy, by_chance, massed = (
        outcome(Variant(), "100/10/20", make, 0).weighted
        for make in (Greedy, BASELINES["random"], BASELINES["massed"])
    )
    assert greedy > max(by_chance, massed) + 0.05


def test_the_lead_is_taken_seed_by_seed_on_the_best_in_the_mean() -> None:
    """Where both rise together, the difference has no error."""
    column = {"dlprep plan": [0.8, 0.9], "a": [0.7, 0.8], "b": [0.5, 0.9]}
    assert lead(column, ["a", "b"]) == ("+0.100 ±0.000", "a")
    assert cell([0.5, 0.7]) == "0.600 ±0.100"
