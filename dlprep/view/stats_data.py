"""Statistics as data: one JSON object, or one table as CSV."""

from __future__ import annotations

from typing import Final

from dlprep.model.event import Json
from dlprep.model.stats import Stats
from dlprep.view.stats import day_row

Row = tuple[object, ...]

HEADS: Final[dict[str, tuple[str, ...]]] = {
    "leaves": ("leaf", "mastery", "seen", "items"),
    "days": ("date", "reviews", "recalled", "introduced", "answers", "right", "minutes"),
    "calibration": ("from", "to", "reviews", "predicted", "recalled"),
    "forecast": ("days_ahead", "due"),
    "times": ("kind", "times", "minutes"),
    "mistakes": ("mistake", "times", "last_day", "right_since", "fading"),
    "exercises": (
        *("exercise", "checks", "passed", "minutes", "run_ms", "reference_ms"),
        *("timed", "best_ms", "target_min"),
    ),
}


def tables(stats: Stats) -> dict[str, list[Row]]:
    """The rows of every table of `HEADS`."""
    leaves = [leaf for branch in stats.branches for leaf in branch.leaves if leaf.items]
    return {
        "leaves": [(leaf.leaf, round(leaf.mastery, 4), leaf.seen, leaf.items) for leaf in leaves],
        "days": [day_row(day, each) for day, each in sorted(stats.days.items())],
        "calibration": [
            (
                each.decile / 10,
                (each.decile + 1) / 10,
                each.reviews,
                round(each.predicted / each.reviews, 4),
                round(each.recalled / each.reviews, 4),
            )
            for each in stats.recall
        ],
        "forecast": list(enumerate(stats.ahead)),
        "times": [(each.kind, each.times, round(each.ms / 60_000, 1)) for each in stats.times],
        "mistakes": [
            (code, habit.times, habit.last_day, habit.right, habit.fading)
            for code, habit in stats.habits.items()
        ],
        "exercises": [
            (
                each.exercise,
                each.checks,
                each.passed,
                each.minutes,
                each.run_ms,
                each.reference_ms,
                each.timed,
                each.best_ms,
                each.target_min,
            )
            for each in stats.exercises
        ],
    }


def stats_json(stats: Stats) -> dict[str, Json]:
    """Every table as a list of objects, and the true retention."""
    found: dict[str, Json] = {
        "schema": 1,
        "retention": None if stats.retention is None else round(stats.retention, 4),
        "predicted": None if stats.predicted is None else round(stats.predicted, 4),
        "tested": stats.tested,
    }
    for name, rows in tables(stats).items():
        found[name] = [dict(zip(HEADS[name], row, strict=True)) for row in rows]  # type: ignore[arg-type]
    return found
