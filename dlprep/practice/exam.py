"""An exercise worked on as in an interview: nobody says which mistake it is, and there are no
hints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dlprep.model.report import CheckReport, ExerciseReport, FunctionReport
from dlprep.model.sitting import Sitting
from dlprep.practice.code_clock import longest_ms, sittings
from dlprep.store.store import Store

ENDED = frozenset(("stop", "pass"))


def open_sittings(store: Store, exercises: Iterable[str]) -> dict[str, Sitting]:
    """The open sittings at these exercises; their time is not told."""
    found: dict[str, Sitting] = {}
    for exercise in exercises:
        last = store.last({"clock"}, subject=exercise)
        if last is None or last.payload.get("action") in ENDED:
            continue
        events = store.events({"clock"}, exercise, live=True)
        past = sittings(events, longest_ms(0))
        if past and past[-1].is_open:
            found[exercise] = past[-1]
    return found


def sealed(reports: Sequence[CheckReport], exams: frozenset[str]) -> tuple[CheckReport, ...]:
    """The reports without what names a mistake, for exercises that are sat as an exam."""
    return tuple(
        replace(report, exercises=tuple(_sealed(each, exams) for each in report.exercises))
        for report in reports
    )


def _sealed(exercise: ExerciseReport, exams: frozenset[str]) -> ExerciseReport:
    if exercise.id not in exams:
        return exercise
    return replace(exercise, functions=tuple(map(_bare, exercise.functions)))


def _bare(function: FunctionReport) -> FunctionReport:
    return replace(function, mistakes=(), facts=(), explanation=None, unexplained=False)
