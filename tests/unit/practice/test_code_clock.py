"""The clock of a sitting: sleep does not count, a restart is bridged by the wall clock, and what
nobody works is not taken for work."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.model.event import Event
from dlprep.model.sitting import Reading, Worked
from dlprep.practice.code_clock import (
    MINUTE_MS,
    between,
    longest_ms,
    reading_of,
    sittings,
    worked_at,
)

LONGEST = longest_ms(30)
START = 1_800_000_000_000
_ids = itertools.count()


def at(minutes: float, *, slept: float = 0.0, boot: str = "one") -> Reading:
    """So many minutes after the start by the wall clock, some of them asleep."""
    return Reading(
        at_ms=START + round(minutes * MINUTE_MS),
        mono_ms=5_000 + round((minutes - slept) * MINUTE_MS),
        boot=boot,
    )


def clock(action: str, reading: Reading, **more: object) -> Event:
    payload = {"action": action, "mono_ms": reading.mono_ms, "boot": reading.boot, **more}
    return event("clock", reading, payload)


def check(minutes: float, **payload: object) -> Event:
    return event("check", at(minutes), payload)


def event(kind: str, reading: Reading, payload: dict[str, object]) -> Event:
    number = next(_ids)
    return Event(
        id=f"e{number:06}",
        seq=number + 1,
        device="d",
        at_ms=reading.at_ms,
        tz_min=0,
        day=20_000,
        kind=kind,  # type: ignore[arg-type]
        subject="code.lstm-step-fb",
        payload=payload,  # type: ignore[arg-type]
    )


def minutes(worked: Worked) -> float:
    return worked.ms / MINUTE_MS


def test_time_asleep_does_not_count() -> None:
    """Two hours by the wall clock, a hundred minutes of them asleep."""
    worked = between(at(0), at(120, slept=100), LONGEST)
    assert (minutes(worked), worked.is_sure) == (20, True)


def test_across_a_restart_the_wall_clock_has_to_do() -> None:
    """The time is told, but no record is made of it."""
    worked = between(at(0), at(25, boot="two"), LONGEST)
    assert (minutes(worked), worked.guessed, worked.is_sure) == (25, True, False)


def test_the_wall_clock_may_be_set_while_the_other_runs() -> None:
    """Somebody sets the clock back by a day: the time is right all the same."""
    now = replace(at(10), at_ms=START - 86_400_000)
    assert minutes(between(at(0), now, LONGEST)) == 10


def test_a_wall_clock_set_back_across_a_restart_gives_no_negative_time() -> None:
    """Nothing rather than less than nothing."""
    now = replace(at(10, boot="two"), at_ms=START - 86_400_000)
    assert minutes(between(at(0), now, LONGEST)) == 0


def test_without_a_name_for_the_start_of_the_machine_nothing_is_taken_on_trust() -> None:
    """Two readings without a name may be of two starts."""
    worked = between(at(0, boot=""), at(10, boot=""), LONGEST)
    assert (minutes(worked), worked.guessed) == (10, True)


def test_a_clock_forgotten_for_two_days_is_cut_off() -> None:
    """Three hours at one stretch are the most that is taken for work."""
    worked = between(at(0), at(2 * 24 * 60), LONGEST)
    assert (minutes(worked), worked.capped, worked.is_sure) == (180, True, False)


def test_an_exercise_of_three_hours_may_take_six() -> None:
    """The longest stretch is twice the target where that is more."""
    assert longest_ms(200) == 400 * MINUTE_MS


@given(
    st.lists(st.integers(0, 600), min_size=2, max_size=12),
    st.integers(0, 100),
)
def test_stretches_add_up_to_the_time_the_clock_ran(gaps: list[int], slept: int) -> None:
    """Pauses and sleep count nothing, whatever their number."""
    events, now, ran = [clock("start", at(0))], 0, 0
    for number, gap in enumerate(gaps):
        now += min(gap, 180)
        running = number % 2 == 0
        ran += min(gap, 180) if running else 0
        events.append(clock("pause" if running else "resume", at(now)))
    (sitting,) = sittings(events, LONGEST)
    later = at(now + slept, slept=slept)
    assert minutes(worked_at(sitting, later, LONGEST)) == ran
    assert sitting.pauses == (len(gaps) + 1) // 2


def test_what_lies_between_a_stop_and_going_on_does_not_count() -> None:
    """A stopped sitting can be taken up again."""
    events = [
        clock("start", at(0)),
        clock("stop", at(10)),
        clock("resume", at(500)),
        clock("pass", at(505)),
    ]
    (sitting,) = sittings(events, LONGEST)
    assert (sitting.state, minutes(sitting.worked), sitting.is_record) == ("passed", 15, True)


def test_a_new_start_ends_what_was_open() -> None:
    """Of two sittings only the last is open; the first was not handed in."""
    events = [clock("start", at(0)), clock("start", at(12))]
    first, second = sittings(events, LONGEST)
    assert (first.state, minutes(first.worked)) == ("stopped", 12)
    assert second.state == "running"


def test_checks_and_help_belong_to_the_sitting_in_which_they_happened() -> None:
    """Those before and after count for nothing."""
    events = [
        check(-5, hint=3),
        clock("start", at(0), exam=True),
        check(1, hint=2),
        check(2, hint=1),
        check(3, verdict="passed", gave_up=True),
        clock("pass", at(3)),
        check(9),
    ]
    (sitting,) = sittings(events, LONGEST)
    assert (sitting.checks, sitting.hint, sitting.exam) == (3, 2, True)
    assert sitting.gave_up
    assert not sitting.is_record


def test_turns_that_do_not_follow_from_what_was_change_nothing() -> None:
    """Two terminals may both pause; another machine's log may hold anything."""
    plain = [clock("start", at(0)), clock("pause", at(5)), clock("resume", at(9))]
    odd = [
        clock("pause", at(-1)),
        plain[0],
        clock("resume", at(1)),
        plain[1],
        clock("pause", at(6)),
        clock("fly", at(7)),
        plain[2],
    ]
    assert sittings(odd, LONGEST) == sittings(plain, LONGEST)


def test_an_event_without_a_reading_counts_by_the_wall_clock() -> None:
    """A payload that some other program wrote does no harm."""
    bare = event("clock", at(0), {"action": "start", "mono_ms": "x", "boot": 3, "file": 7})
    assert reading_of(bare) == Reading(at_ms=START, mono_ms=0, boot="")
    (sitting,) = sittings([bare], LONGEST)
    assert worked_at(sitting, at(4), LONGEST) == Worked(ms=4 * MINUTE_MS, guessed=True)


@pytest.mark.parametrize("state", ["stop", "pass"])
def test_the_clock_of_an_ended_sitting_stands(state: str) -> None:
    """However much later one looks."""
    (sitting,) = sittings([clock("start", at(0)), clock(state, at(7))], LONGEST)
    assert minutes(worked_at(sitting, at(900), LONGEST)) == 7
    assert sitting.ended_ms == START + 7 * MINUTE_MS
