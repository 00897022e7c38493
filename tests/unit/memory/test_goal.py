"""What a review is worth on the way to a date."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlprep.memory import forgetting
from dlprep.memory.forgetting import Memory
from dlprep.memory.goal import (
    Prospect,
    band,
    choose,
    expected,
    forecast,
    gain,
    score,
    share_of_new,
    worth,
)

MEMORIES = st.builds(Memory, st.floats(0.2, 300), st.floats(1, 10))


def prospect(card: str = "a.b#front", **given: object) -> Prospect:
    fields = {"weight": 0.01, "seconds": 15.0, "memory": Memory(5.0, 5.0), "since": 4.0}
    return Prospect(card=card, **(fields | given))  # type: ignore[arg-type]


@given(MEMORIES, st.integers(0, 100), st.integers(0, 200))
def test_the_gain_is_the_mean_of_both_outcomes_less_what_comes_anyway(
    memory: Memory, since: int, days: int
) -> None:
    """R·R_T(S⁺) + (1 − R)·R_T(S⁻) − R_T(now), with R today and R_T on the date."""
    r = forgetting.recall(memory.stability, since)
    good = forgetting.recall(forgetting.after(memory, 3, since).stability, days)
    bad = forgetting.recall(forgetting.after(memory, 1, since).stability, days)
    now = forgetting.recall(memory.stability, since + days)
    assert gain(memory, since, days) == pytest.approx(r * good + (1 - r) * bad - now)


def test_a_new_card_gains_what_first_grades_leave() -> None:
    """Unseen it counts nothing, so all of it is gain; sooner to the date is more."""
    new = prospect(memory=None)
    assert expected(new, 10) == 0
    assert 0 < gain(None, 0, 30) < gain(None, 0, 2) < 1


def test_worth_is_by_second_and_weight() -> None:
    """Twice the weight is worth twice, twice the time half."""
    card = prospect()
    assert worth(prospect(weight=0.02), 10) == pytest.approx(2 * worth(card, 10))
    assert worth(prospect(seconds=30.0), 10) == pytest.approx(worth(card, 10) / 2)


def test_the_best_are_chosen_until_the_time_is_used() -> None:
    """What fades most before the date comes first; the time is never overdrawn."""
    cards = [prospect(f"a.b{n}#front", memory=Memory(2.0 * (n + 1), 5.0)) for n in range(10)]
    chosen = choose(cards, 10, 50, share=0)
    assert len(chosen) == 3
    least = min(worth(each, 10) for each in chosen)
    assert all(worth(each, 10) <= least for each in cards if each not in chosen)


def test_each_day_has_its_share_of_new_cards() -> None:
    """All are met by the date in equal numbers; the share comes first, then what has faded, and
    more new cards before what is still held."""
    assert [share_of_new(10, days) for days in (10, 4, 1, 0)] == [1, 3, 10, 10]
    new = [prospect(f"new{n}", memory=None) for n in range(3)]
    faded = prospect("faded", memory=Memory(1.0, 5.0), since=9)
    holding = prospect("held", memory=Memory(60.0, 5.0), since=9)
    chosen = choose([holding, faded, *new], 20, 3600, share=1)
    assert [each.card for each in chosen] == ["new0", "faded", "new1", "new2", "held"]


def test_somebody_who_forgets_twice_as_fast_has_half_of_every_stability() -> None:
    """In what is expected, in the score and in the band."""
    card, half = prospect(memory=Memory(8.0, 5.0)), prospect(memory=Memory(4.0, 5.0))
    assert expected(card, 7, 0.5) == expected(half, 7)
    assert score([card], 7, 0.5) == score([half], 7)
    assert band([card], 7, 0.03, 0.5) == band([half], 7, 0.03)
    assert forecast([card], 7, 0, k=0.5) == forecast([half], 7, 0)


def test_a_forecast_is_no_better_than_the_mean_of_the_outcomes() -> None:
    """One review on the last day, and the score of the day after is that of both ways it can go,
    weighed by how likely they are."""
    card = prospect(memory=Memory(5.0, 5.0), since=4)
    r = forgetting.recall(5.0, 4)
    ways = [forgetting.after(Memory(5.0, 5.0), grade, 4).stability for grade in (3, 1)]
    mean = sum(p * forgetting.recall(s, 1) for p, s in zip((r, 1 - r), ways, strict=True))
    assert forecast([card], 1, 15.0) == pytest.approx(0.01 * mean)


def test_it_stops_where_little_is_left_to_gain() -> None:
    """Cards that will hold anyway are left alone, whatever time there is."""
    assert choose([prospect(memory=Memory(5000.0, 3.0), since=1)], 5, 3600, share=0) == []


def test_the_score_is_the_weighted_recall_on_the_day() -> None:
    """Groups count as often as they hold cards."""
    cards = [prospect(weight=0.25, copies=2), prospect(weight=0.5, memory=None)]
    assert score(cards, 6) == pytest.approx(0.5 * forgetting.recall(5.0, 10.0))


def test_the_band_holds_the_score_and_grows_with_the_error_of_prediction() -> None:
    """It stays between 0 and 1."""
    cards = [prospect(f"a.b{n}#f", weight=0.01) for n in range(80)]
    low, high = band(cards, 10, 0.0)
    wide = band(cards, 10, 0.1)
    assert 0 <= wide[0] < low < score(cards, 10) < high < wide[1] <= 1


@settings(deadline=None)
@given(st.integers(1, 400), st.integers(60, 3600))
def test_work_never_lowers_a_forecast_and_a_missed_day_never_raises_it(
    days: int, seconds: int
) -> None:
    """And every forecast is a score."""
    cards = [prospect(f"a.b{n}#f", weight=0.02, memory=Memory(n + 1.0, 5.0)) for n in range(20)]
    cards.append(prospect("new", weight=0.02, memory=None, copies=30, seconds=45.0))
    idle, kept = score(cards, days), forecast(cards, days, seconds)
    assert idle - 1e-9 <= kept <= 1 + 1e-9
    assert forecast(cards, days, seconds, missed=True) <= kept + 0.005
