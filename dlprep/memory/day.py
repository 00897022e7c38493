"""Study days: a day ends when the person sleeps, not at midnight."""

from __future__ import annotations

ROLLOVER_HOUR = 4
_MINUTE_MS = 60_000
_DAY_MS = 24 * 60 * _MINUTE_MS


def study_day(at_ms: int, tz_min: int, rollover_hour: int = ROLLOVER_HOUR) -> int:
    """Days since 1970-01-01 on the person's own clock, with nights counted to the day before.

    `at_ms` milliseconds since 1970 UTC, `tz_min` minutes east of UTC at that moment.
    20:00 and 09:00 the next morning are one day apart, 20:00 and 03:00 none.
    """
    own_clock = at_ms + tz_min * _MINUTE_MS
    return (own_clock - rollover_hour * 60 * _MINUTE_MS) // _DAY_MS
