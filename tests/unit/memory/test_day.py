"""Study days."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from dlprep.memory.day import study_day


def day_of(text: str, zone: str = "Asia/Shanghai") -> int:
    at = datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))
    offset = at.utcoffset()
    assert offset is not None
    return study_day(int(at.timestamp() * 1000), int(offset.total_seconds() // 60))


@pytest.mark.parametrize(
    ("first", "second", "days"),
    [
        ("2026-03-02 20:00", "2026-03-03 09:00", 1),
        ("2026-03-02 20:00", "2026-03-03 03:59", 0),
        ("2026-03-03 03:59", "2026-03-03 04:00", 1),
        ("2026-03-02 04:00", "2026-03-03 03:59", 0),
        ("2026-02-28 12:00", "2026-03-01 12:00", 1),
    ],
    ids=["evening-to-morning", "late-night", "at-four", "whole-day", "month-end"],
)
def test_a_day_ends_at_four_in_the_morning(first: str, second: str, days: int) -> None:
    """An evening and the next morning are a day apart; a night belongs to the day before."""
    assert day_of(second) - day_of(first) == days


@pytest.mark.parametrize("change", ["2026-03-29", "2026-10-25"], ids=["spring", "autumn"])
def test_clock_changes_neither_lose_nor_repeat_a_day(change: str) -> None:
    """In Berlin noon to noon is one day, also when the clock changes in between."""
    noon = datetime.fromisoformat(f"{change} 12:00")
    before = noon.replace(day=noon.day - 1).isoformat(" ")
    after = noon.replace(day=noon.day + 1).isoformat(" ")
    days = [day_of(text, "Europe/Berlin") for text in (before, noon.isoformat(" "), after)]
    assert [days[1] - days[0], days[2] - days[1]] == [1, 1]


def test_a_journey_moves_with_the_clock_on_the_wall() -> None:
    """From Shanghai to New York in one flight: the day is the one on the wall there."""
    leaving = day_of("2026-05-01 22:00")
    arriving = day_of("2026-05-01 23:30", "America/New_York")
    assert arriving == leaving


def test_the_index_is_the_date() -> None:
    """Noon UTC of a date is that many days after 1970-01-01; earlier days are negative."""
    at = datetime(2026, 11, 24, 12, tzinfo=UTC)
    assert study_day(int(at.timestamp() * 1000), 0) == (at.date() - date(1970, 1, 1)).days
    assert study_day(0, 0) == -1
