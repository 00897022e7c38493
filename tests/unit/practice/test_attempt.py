"""How a person stands with an exercise, as the log tells it."""

from __future__ import annotations

from pathlib import Path

import pytest

from dlprep.model.event import Json, Moment, NewEvent
from dlprep.practice.attempt import attempt
from dlprep.store.store import Store

MINUTE = 60_000


def at(minutes: int) -> Moment:
    return Moment(at_ms=1_700_000_000_000 + minutes * MINUTE, tz_min=0, day=19_675)


def check(store: Store, minutes: int, verdict: str, **more: Json) -> str:
    payload: dict[str, Json] = {"verdict": verdict, **more}
    new = NewEvent(kind="check", subject="code.relu-fb", source="check", payload=payload)
    return store.append(at(minutes), [new])[0].id


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path / "progress.sqlite3")


def test_time_runs_from_the_first_check_of_the_attempt(store: Store) -> None:
    """Before the first check there is no time; a pass ends the attempt."""
    assert attempt(store, "code.relu-fb").minutes(at(0)) is None
    check(store, 0, "wrong")
    check(store, 5, "crash")
    assert attempt(store, "code.relu-fb").minutes(at(12)) == 12
    assert attempt(store, "code.relu-fb").minutes(at(0)) == 1
    check(store, 12, "passed")
    assert attempt(store, "code.relu-fb").minutes(at(20)) is None


def test_hours_aside_are_no_working_time(store: Store) -> None:
    """Who comes back tomorrow is not told of 1,440 minutes."""
    check(store, 0, "wrong")
    assert attempt(store, "code.relu-fb").minutes(at(1440)) is None


def test_hints_are_remembered_until_the_exercise_passes(store: Store) -> None:
    """The next attempt starts at the first hint; having passed is never forgotten."""
    check(store, 0, "wrong", hint=1, told=["a"])
    check(store, 1, "wrong", hint=2, told=["a", "b"])
    before = attempt(store, "code.relu-fb")
    assert (before.told, before.passed) == ({"a", "b"}, False)
    check(store, 2, "passed")
    check(store, 3, "wrong")
    after = attempt(store, "code.relu-fb")
    assert (after.told, after.passed, after.gave_up) == (frozenset(), True, False)


def test_hints_on_what_is_right_but_unstable_follow_one_another(store: Store) -> None:
    """A pass ends them only where none was asked for with it."""
    check(store, 0, "passed", hint=1, told=["a"])
    assert attempt(store, "code.relu-fb").told == {"a"}
    check(store, 1, "passed")
    assert attempt(store, "code.relu-fb").told == frozenset()


def test_giving_up_is_remembered(store: Store) -> None:
    """Who has seen the solution may see it again."""
    check(store, 0, "wrong", gave_up=True)
    assert attempt(store, "code.relu-fb").gave_up


def test_another_exercise_has_its_own_story(store: Store) -> None:
    """Only checks of the exercise itself count."""
    check(store, 0, "passed", hint=1)
    assert attempt(store, "code.affine-fb").passed is False
