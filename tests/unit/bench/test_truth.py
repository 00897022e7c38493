"""The learners that plans are measured with: the laws a memory has to keep, and FSRS-6 itself."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st
from truth import (
    AGAIN,
    FIRST_GRADES,
    GOOD,
    RECALLED_GRADES,
    ActivationLearner,
    ExponentialLearner,
    FsrsLearner,
    Learner,
    drawn,
)

MakeLearner = Callable[[int, int], Learner]
CARDS = 400
WAITS = st.floats(0, 90)
every_learner = pytest.mark.parametrize(
    "make", [FsrsLearner, ExponentialLearner, ActivationLearner]
)


def taught(make: MakeLearner, days: list[int], cards: int = CARDS, seed: int = 3) -> Learner:
    """A learner who has seen every card on each of those days."""
    learner, chance = make(cards, seed), random.Random(seed)
    for day in days:
        for card in range(cards):
            learner.review(card, day, chance)
    return learner


def known(learner: Learner, day: float) -> float:
    cards = range(len(learner.last))
    return sum(learner.recall_probability(card, day) for card in cards) / len(cards)


@every_learner
def test_a_card_never_seen_is_not_known(make: MakeLearner) -> None:
    """Recall is 0 before the first sight."""
    assert make(1, 0).recall_probability(0, 5) == 0


@every_learner
@given(gaps=st.lists(st.integers(0, 40), max_size=6), waits=st.tuples(WAITS, WAITS))
def test_recall_never_rises_by_waiting(
    make: MakeLearner, gaps: list[int], waits: tuple[float, float]
) -> None:
    """Whatever the history, a longer wait leaves no more, and chances stay chances."""
    days = [sum(gaps[:n]) for n in range(len(gaps) + 1)]
    learner = taught(make, days, cards=5)
    for card in range(5):
        sooner, later = (learner.recall_probability(card, days[-1] + w) for w in sorted(waits))
        assert 0 <= later <= sooner <= 1


@every_learner
def test_each_further_spaced_review_leaves_more(make: MakeLearner) -> None:
    """Over many cards, one review more, on a later day, is worth something a month after."""
    once, twice, thrice = (known(taught(make, days), 42) for days in ([0], [0, 4], [0, 4, 12]))
    assert once + 0.02 < twice < thrice - 0.02


@every_learner
def test_spaced_reviews_beat_massed_ones(make: MakeLearner) -> None:
    """Three looks on three days are worth more later than three on the last of them."""
    assert known(taught(make, [0, 4, 12]), 42) > known(taught(make, [12, 12, 12]), 42) + 0.02


@every_learner
def test_a_seed_makes_one_learner(make: MakeLearner) -> None:
    """The same seed gives the same cards and answers; another gives others."""
    first, second, other = (
        [learner.recall_probability(card, 20) for card in range(CARDS)]
        for learner in (taught(make, [0, 5], seed=seed) for seed in (7, 7, 8))
    )
    assert first == second != other


@every_learner
def test_first_grades_fall_as_measured(make: MakeLearner) -> None:
    """Over many new cards the four grades have their shares."""
    learner, chance = make(20_000, 1), random.Random(1)
    counted = Counter(learner.review(card, 0, chance) for card in range(20_000))
    for grade, share in enumerate(FIRST_GRADES, 1):
        assert counted[grade] / 20_000 == pytest.approx(share, abs=0.015)


@every_learner
def test_again_comes_as_often_as_recall_fails(make: MakeLearner) -> None:
    """The share of Again at a review is what `recall_probability` promised."""
    learner, chance = taught(make, [0], cards=10_000), random.Random(2)
    promised = known(learner, 9)
    lapses = sum(learner.review(card, 9, chance) == AGAIN for card in range(10_000))
    assert 1 - lapses / 10_000 == pytest.approx(promised, abs=0.015)


@every_learner
def test_new_cards_and_failures_take_longer(make: MakeLearner) -> None:
    """Of one card, a first sight takes longer in the mean than a review, and Again than Good."""
    learner, chance = make(1, 0), random.Random(4)

    def mean(grade: int, *, new: bool) -> float:
        return sum(learner.seconds(0, grade, chance, new=new) for _ in range(2000)) / 2000

    assert mean(GOOD, new=True) > 1.5 * mean(GOOD, new=False)
    assert mean(AGAIN, new=False) > 2 * mean(GOOD, new=False)


@given(st.integers(0, 1000), st.lists(st.integers(0, 60), max_size=12))
def test_without_misfit_fsrs_is_the_package(seed: int, gaps: list[int]) -> None:
    """Told the same grades, stability, difficulty and recall are those of `fsrs`, to rounding."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    learner, chance = FsrsLearner(1, seed, misfit=0), random.Random(seed)
    card, day = Card(card_id=1), 0
    for gap in [0, *gaps]:
        day += gap
        now = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=day)
        card, _ = scheduler.review_card(card, Rating(learner.review(0, day, chance)), now)
        assert learner.stability[0] == pytest.approx(card.stability, rel=1e-9)
        assert learner.difficulty[0] == pytest.approx(card.difficulty, rel=1e-9)
        for wait in (0, 1, 30):
            theirs = scheduler.get_card_retrievability(card, now + timedelta(days=wait))
            assert learner.recall_probability(0, day + wait) == pytest.approx(theirs, rel=1e-9)


def test_misfit_moves_cards_both_ways_around_fsrs() -> None:
    """With misfit, half of the cards hold longer than FSRS says after the same grade, half less."""
    learner = FsrsLearner(2000, 5)
    for card in range(2000):
        learner.meet(card, 0, GOOD)
    longer = sum(stability > learner.w[GOOD - 1] for stability in learner.stability)
    assert 900 < longer < 1100


@given(st.floats(0, 1))
def test_a_draw_falls_into_the_share_it_points_at(at: float) -> None:
    """Shares lie end to end, in order."""
    place = drawn(RECALLED_GRADES, at)
    assert sum(RECALLED_GRADES[:place]) <= at + 1e-12
    assert place == 2 or at < sum(RECALLED_GRADES[: place + 1]) + 1e-12
