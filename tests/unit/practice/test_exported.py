"""When the words of an exported card last changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dlprep.model.event import Moment
from dlprep.practice.exported import Changes
from dlprep.store.store import Store

EARLY, LATE, LATER = 1_700_000_000, 1_800_000_000, 1_900_000_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "p.sqlite3") as opened:
        yield opened


def times(store: Store, at: int, form: str = "anki-en", **said: str) -> dict[str, int]:
    moment = Moment(at_ms=at * 1000, tz_min=0, day=at // 86_400)
    changes = Changes(store, moment, form)
    found = {name: changes.time(name, words) for name, words in said.items()}
    changes.keep()
    return found


def test_unchanged_words_keep_their_time_and_write_nothing(store: Store) -> None:
    """However often they are exported."""
    assert times(store, EARLY, a="x", b="y") == {"a": EARLY, "b": EARLY}
    assert times(store, LATE, a="x", b="y") == {"a": EARLY, "b": EARLY}
    assert len(list(store.events())) == 1


def test_changed_and_new_words_have_the_time_of_that_export(store: Store) -> None:
    """Words that come back are a change too; a card left out meanwhile keeps its time."""
    times(store, EARLY, a="x", b="y")
    assert times(store, LATE, a="z", c="w") == {"a": LATE, "c": LATE}
    assert times(store, LATER, a="x", b="y") == {"a": LATER, "b": EARLY}


def test_a_change_is_newer_whatever_the_clock_says(store: Store) -> None:
    """A clock set back does not hide it from Anki."""
    times(store, LATE, a="x")
    assert times(store, EARLY, a="y") == {"a": LATE + 1}


def test_languages_are_kept_apart(store: Store) -> None:
    """Each is a deck of its own."""
    times(store, EARLY, a="x")
    assert times(store, LATE, "anki-zh", a="x") == {"a": LATE}
