"""What the log keeps of a check."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dlprep.model.event import Json, Moment, NewEvent, Source
from dlprep.model.hint import Help
from dlprep.model.report import CheckReport, ExerciseReport, Pace
from dlprep.practice.attempt import is_tried
from dlprep.practice.bridge import Bridge
from dlprep.store.store import Store

NAMED = frozenset(("written", "pair"))  # others describe this file and have no page


def record(
    store: Store,
    moment: Moment,
    reports: Sequence[CheckReport],
    helped: Sequence[Help] = (),
    *,
    revs: Mapping[str, int] = MappingProxyType({}),
    source: Source = "check",
    ms: int | None = None,
    usual_ms: int | None = None,
) -> None:
    """Keep what came of the checks, and what helped the person, with the reviews that follow,
    all in one transaction; our own faults are not kept. `revs` are those of the exercises; `ms`
    is the time worked by the clock, where one ran, and `usual_ms` what it is weighed against."""
    events = [
        replace(
            _event(report, exercise, [each for each in helped if each.exercise == exercise.id]),
            source=source,
            ms=ms,
        )
        for report in reports
        for exercise in report.exercises
        if exercise.verdict != "checker-error"
    ]
    if not events:
        return
    bridge = Bridge(store)
    with store.transaction():
        tried = {each.subject: is_tried(store, each.subject) for each in events}
        for check in store.append(moment, events):
            rev, before = revs.get(check.subject, 1), tried[check.subject]
            bridge.checked(moment, check, rev, tried=before, usual_ms=usual_ms)


def _event(report: CheckReport, exercise: ExerciseReport, helped: Sequence[Help]) -> NewEvent:
    codes = [
        mistake.code
        for function in exercise.functions
        for mistake in function.mistakes
        if mistake.source in NAMED
    ]
    functions: dict[str, Json] = {each.name: each.verdict for each in exercise.functions}
    payload: dict[str, Json] = {
        "verdict": exercise.verdict,
        "functions": functions,
        "mistakes": list(dict.fromkeys(codes)),
        "seed": report.seed,
        "isolation": report.isolation,
        "run_ms": round(exercise.time_ms, 3),
        "reference_ms": round(exercise.reference_time_ms, 3),
    }
    if exercise.pace is not None and exercise.pace.trouble is None:
        payload |= {"pace": _pace(exercise.pace)}
    for each in helped:
        payload |= {"hint": each.hint, "told": [*each.told]} if each.hint else {}
        payload |= {"gave_up": True} if each.gave_up else {}
    return NewEvent(
        kind="check",
        subject=exercise.id,
        mistake=next(iter(codes), None),
        payload=payload,
    )


def _pace(pace: Pace) -> dict[str, Json]:
    """A running time on a larger input, as the log keeps it."""
    sizes: dict[str, Json] = {**pace.sizes}
    references: dict[str, Json] = {**pace.references}
    return {"sizes": sizes, "yours_ms": pace.yours_ms, "references_ms": references}
