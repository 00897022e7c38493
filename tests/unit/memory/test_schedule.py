"""Schedules of single cards."""

from __future__ import annotations

import pytest

from dlprep.memory.replay import after, new_card, replay
from dlprep.memory.schedule import fuzz_range, fuzzed, intervals, recall, reviewed
from dlprep.model.event import NewEvent

DAY = 20_833


def test_a_forgotten_card_returns_the_same_day_and_better_grades_later() -> None:
    """Again is due today; hard, good and easy are ordered, and good comes after hard."""
    again, hard, good, easy = intervals(new_card("a.b#front"), DAY)
    assert again == 0
    assert 1 <= hard <= good < easy


def test_the_predicted_interval_is_the_one_that_happens() -> None:
    """What is shown before the grade is where the card goes after it."""
    state = new_card("a.b#front")
    for rating in (3, 2, 4, 1, 3):
        predicted = intervals(state, DAY)[rating - 1]
        state = reviewed(state, rating, DAY)
        assert state.due == DAY + predicted


def test_lapses_count_forgetting_only() -> None:
    """Not knowing a new card is no lapse."""
    state = reviewed(new_card("a.b#front"), 1, DAY)
    assert (state.reps, state.lapses) == (1, 0)
    state = reviewed(state, 1, DAY + 1)
    assert (state.reps, state.lapses) == (2, 1)


def test_recall_falls_to_nine_tenths_after_one_stability() -> None:
    """That is what stability means; a new card is not recalled."""
    state = reviewed(new_card("a.b#front"), 4, DAY)
    assert recall(state, DAY) == 1
    assert recall(state, DAY + round(state.stability)) == pytest.approx(0.9, abs=0.01)
    assert recall(new_card("a.b#front"), DAY) == 0


def test_a_clock_set_back_counts_as_the_same_day() -> None:
    """A review dated before the last one changes the card as a second one of that day does."""
    state = reviewed(new_card("a.b#front"), 3, DAY)
    back, same = reviewed(state, 3, DAY - 400), reviewed(state, 3, DAY)
    assert (back.stability, back.difficulty) == (same.stability, same.difficulty)
    assert (back.last, back.due) == (DAY - 400, DAY - 400 + same.due - DAY)


@pytest.mark.parametrize(
    ("interval", "legal"),
    [(1, (1, 1)), (2, (2, 2)), (3, (2, 4)), (7, (5, 9)), (20, (17, 23)), (100, (93, 107))],
)
def test_fuzz_stays_near(interval: int, legal: tuple[int, int]) -> None:
    """Short intervals are exact, long ones move by about a twentieth."""
    assert fuzz_range(interval) == legal
    drawn = {fuzzed(interval, f"card{n}", n) for n in range(500)}
    assert (min(drawn), max(drawn)) == legal


def test_a_raised_rev_starts_the_schedule_anew() -> None:
    """A review of the new meaning is a first review; of the same meaning it is not."""
    old = reviewed(reviewed(new_card("a.b#front"), 3, DAY), 3, DAY + 3)
    review = NewEvent(kind="review", subject=old.card, rating=3, payload={"rev": 2})
    fresh = reviewed(new_card("a.b#front", 2), 3, DAY + 9)
    assert after(old, review, DAY + 9) == fresh
    same = NewEvent(kind="review", subject=old.card, rating=3, payload={"rev": 1})
    assert after(old, same, DAY + 9).reps == 3


@pytest.mark.parametrize(
    ("event", "change"),
    [
        (NewEvent(kind="suspend", subject="a#front"), {"suspended": True}),
        (NewEvent(kind="bury", subject="a#front", payload={"until": 5}), {"buried_until": 5}),
        (NewEvent(kind="set_due", subject="a#front", payload={"due": 9}), {"due": 9}),
        (NewEvent(kind="edit_rev", subject="a#front", payload={"rev": 4}), {"rev": 4}),
        (NewEvent(kind="reset", subject="a#front"), {}),
        (NewEvent(kind="answer", subject="a#front", payload={"right": True}), {}),
    ],
    ids=lambda value: value.kind if isinstance(value, NewEvent) else "",
)
def test_commands_change_what_they_say(event: NewEvent, change: dict[str, object]) -> None:
    """Each kind of event touches its own part of a card."""
    state = after(new_card("a#front"), event, DAY)
    changed = {name: getattr(state, name) for name in change}
    assert changed == change
    untouched = new_card("a#front")
    rest = [n for n in untouched._fields if n not in change]
    assert all(getattr(state, n) == getattr(untouched, n) for n in rest)


def test_no_events_make_no_cards() -> None:
    """Replay of nothing is nothing."""
    assert replay([]) == {}
