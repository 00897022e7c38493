"""The clock of a sitting, read from the log: pure functions over its events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from dlprep.model.event import Event, Json
from dlprep.model.sitting import ClockAction, Reading, Sitting, Worked
from dlprep.practice.attempt import LONGEST_MIN

MINUTE_MS = 60_000


def longest_ms(target_min: int) -> int:
    """The longest stretch that is taken for work: a clock that runs on for longer has been
    forgotten."""
    return max(LONGEST_MIN, 2 * target_min) * MINUTE_MS


def between(since: Reading, now: Reading, longest_ms: int) -> Worked:
    """The time from one reading to another. Within one start of the machine its sleep does not
    count; across a restart the wall clock has to do."""
    same_boot = bool(since.boot) and since.boot == now.boot and now.mono_ms >= since.mono_ms
    passed = now.mono_ms - since.mono_ms if same_boot else now.at_ms - since.at_ms
    ms = min(max(passed, 0), longest_ms)
    return Worked(ms=ms, guessed=not same_boot, capped=passed > longest_ms)


def worked_at(sitting: Sitting, now: Reading, longest_ms: int) -> Worked:
    """All time of a sitting up to now."""
    if sitting.since is None:
        return sitting.worked
    return sitting.worked + between(sitting.since, now, longest_ms)


def payload_of(action: ClockAction, now: Reading) -> dict[str, Json]:
    """What the log keeps of a turn of the clock."""
    return {"action": action, "mono_ms": now.mono_ms, "boot": now.boot}


def reading_of(event: Event) -> Reading:
    """The reading that an event was written with; one without counts by the wall clock."""
    match event.payload:
        case {"mono_ms": int(mono_ms), "boot": str(boot)}:
            return Reading(at_ms=event.at_ms, mono_ms=mono_ms, boot=boot)
    return Reading(at_ms=event.at_ms, mono_ms=0, boot="")


def by_exercise(events: Iterable[Event]) -> dict[str, list[Event]]:
    """The events of each exercise, in order."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(event.subject, []).append(event)
    return found


def sittings(events: Iterable[Event], longest_ms: int) -> tuple[Sitting, ...]:
    """The sittings of one exercise, from its `clock` and `check` events in order. What does not
    follow from what was before (a pause of a stopped clock, from another machine's log) changes
    nothing."""
    found: list[Sitting] = []
    for event in events:
        if event.kind == "clock" and event.payload.get("action") == "start":
            found[-1:] = [_ended(each, event, "stopped", longest_ms) for each in found[-1:]]
            found.append(_begun(event))
        elif found:
            found[-1] = _turned(found[-1], event, longest_ms)
    return tuple(found)


def _begun(event: Event) -> Sitting:
    return Sitting(
        exercise=event.subject,
        id=event.id,
        began_ms=event.at_ms,
        file=str(event.payload.get("file") or ""),
        exam=event.payload.get("exam") is True,
        since=reading_of(event),
    )


def _turned(sitting: Sitting, event: Event, longest_ms: int) -> Sitting:
    match event.kind, event.payload.get("action"):
        case "check", _ if sitting.is_open:
            return _checked(sitting, event)
        case "clock", "pause" if sitting.state == "running":
            worked = worked_at(sitting, reading_of(event), longest_ms)
            pauses = sitting.pauses + 1
            return replace(sitting, state="paused", worked=worked, since=None, pauses=pauses)
        case "clock", "resume" if sitting.state in {"paused", "stopped"}:
            return replace(sitting, state="running", since=reading_of(event), ended_ms=None)
        case "clock", "stop":
            return _ended(sitting, event, "stopped", longest_ms)
        case "clock", "pass":
            return _ended(sitting, event, "passed", longest_ms)
    return sitting


def _checked(sitting: Sitting, event: Event) -> Sitting:
    hint = event.payload.get("hint")
    return replace(
        sitting,
        checks=sitting.checks + 1,
        hint=max(sitting.hint, hint) if isinstance(hint, int) else sitting.hint,
        gave_up=sitting.gave_up or event.payload.get("gave_up") is True,
    )


def _ended(
    sitting: Sitting, event: Event, state: Literal["stopped", "passed"], longest_ms: int
) -> Sitting:
    if not sitting.is_open:
        return sitting
    worked = worked_at(sitting, reading_of(event), longest_ms)
    return replace(sitting, state=state, worked=worked, since=None, ended_ms=event.at_ms)
