"""Timed coding: sittings at an exercise, their clock, and what came of them.

Everything is in the log, so that a clock runs on when the terminal is closed and two terminals
see the same. Whoever begins another exercise pauses the one before: a person works at one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dlprep.bank.index import Bank
from dlprep.model.event import Event, Json, Moment, NewEvent
from dlprep.model.item import Code
from dlprep.model.message import fault
from dlprep.model.report import CheckReport, ExerciseReport
from dlprep.model.sitting import ClockAction, Reading, Sitting, Timed
from dlprep.model.value import dataclass
from dlprep.practice.code_clock import by_exercise, longest_ms, payload_of, sittings, worked_at
from dlprep.practice.record import record
from dlprep.store.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What came of turning the clock. There is no event where it stood so already; `paused` is
    the sitting that had to make room."""

    event: str | None
    timed: Timed
    paused: Timed | None = None

    @property
    def changed(self) -> bool:
        """Whether the clock was turned."""
        return self.event is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """What was taken back, and how the exercise stands then; nothing of one that had not begun
    before."""

    action: str
    exercise: str
    timed: Timed | None


class Coding:
    """One person's sittings. `read` tells the machine's own clock at a moment."""

    def __init__(
        self,
        bank: Bank,
        store: Store,
        now: Callable[[], Moment],
        read: Callable[[Moment], Reading],
    ) -> None:
        self._bank, self._store, self._now, self._read = bank, store, now, read

    def exercise(self, name: str) -> Code:
        """The exercise of this id, with or without `code.`. Raises `code.no-such-id` with the
        exercises whose id looks like it, and `code.other-kind`."""
        item = self._bank.get(f"code.{name}") or self._bank.get(name)
        if item is None:
            near = self._near(_short(name).lower())
            raise fault("code.no-such-id" if near else "code.no-id", id=name, near=near)
        if not isinstance(item, Code):
            raise fault("code.other-kind", id=item.id, kind=item.kind)
        return item

    def _near(self, name: str) -> list[str]:
        import difflib  # noqa: PLC0415 - 5 ms that only a mistyped id costs

        ids = [_short(each.id) for each in self._bank.coding()]
        holding = [each for each in ids if name and name in each]
        return (holding or difflib.get_close_matches(name, ids, 3))[:3]

    def history(self, exercise: str) -> tuple[Sitting, ...]:
        """All sittings at an exercise, in order."""
        events = self._store.events({"clock", "check"}, exercise, live=True)
        return sittings(events, longest_ms(self._target(exercise)))

    def histories(self) -> dict[str, tuple[Sitting, ...]]:
        """All sittings by exercise."""
        events = self._store.events({"clock", "check"}, live=True)
        return {
            exercise: found
            for exercise, some in by_exercise(events).items()
            if (found := sittings(some, longest_ms(self._target(exercise))))
        }

    def open(self) -> tuple[Timed, ...]:
        """What can be handed in: the one whose clock runs, then those that are paused, latest
        first."""
        open_ones = [each for each in self._latest() if each.is_open]
        return tuple(self._timed(self.history(each.exercise)) for each in open_ones)

    def current(self, name: str | None) -> Timed:
        """The open sitting at this exercise, or the one at hand. Raises `code.not-open` and
        `code.none-open`."""
        if name is not None:
            code = self.exercise(name)
            found = self.history(code.id)
            if not found or not found[-1].is_open:
                raise fault("code.not-open", id=_short(code.id))
            return self._timed(found)
        open_ones = self.open()
        if not open_ones:
            raise fault("code.none-open")
        return open_ones[0]

    def start(self, code: Code, file: str, *, exam: bool = False) -> Turned:
        """Begin a sitting, with a clock that stands at zero."""
        with self._store.transaction():
            made_room = self._make_room(code.id)
            payload: dict[str, Json] = {"file": file}
            payload |= {"exam": True} if exam else {}
            payload |= {"paused": made_room.event} if made_room else {}
            return self._turned("start", code.id, payload, made_room)

    def pause(self, name: str | None) -> Turned:
        """Stop the clock for a while."""
        with self._store.transaction():
            timed = self.current(name)
            if timed.sitting.state == "paused":
                return Turned(event=None, timed=timed)
            return self._turned("pause", timed.sitting.exercise)

    def resume(self, name: str | None) -> Turned:
        """Let the clock go on: of the sitting that was paused, or also of one that was stopped.
        What lay between does not count. Raises `code.none-to-resume` and `code.resume-passed`."""
        with self._store.transaction():
            sitting = self._to_resume(name)
            if sitting.state == "running":
                timed = self._timed(self.history(sitting.exercise))
                return Turned(event=None, timed=timed)
            made_room = self._make_room(sitting.exercise)
            payload: dict[str, Json] = {"paused": made_room.event} if made_room else {}
            return self._turned("resume", sitting.exercise, payload, made_room)

    def _to_resume(self, name: str | None) -> Sitting:
        if name is not None:
            code = self.exercise(name)
            found = self.history(code.id)
            if not found:
                raise fault("code.not-begun", id=_short(code.id))
            if found[-1].state == "passed":
                raise fault("code.resume-passed", id=_short(code.id))
            return found[-1]
        latest = [each for each in self._latest() if each.state != "passed"]
        for wanted in ("paused", "stopped", "running"):
            for each in latest:
                if each.state == wanted:
                    return each
        raise fault("code.none-to-resume")

    def stop(self, name: str | None) -> Turned:
        """End a sitting without handing anything in."""
        with self._store.transaction():
            return self._turned("stop", self.current(name).sitting.exercise)

    def undo(self) -> Undone:
        """Take back the last turn of a clock, as if it had not been, with the pause that made
        room for it. Raises `code.nothing-undone` and `code.undo-passed`."""
        with self._store.transaction():
            last = self._store.last({"clock"}, source="code")
            if last is None:
                raise fault("code.nothing-undone")
            action = str(last.payload.get("action"))
            if action == "pass":
                raise fault("code.undo-passed", id=_short(last.subject))
            self._take_back(last)
            for event in tuple(self._store.events({"clock"}, live=True)):
                if event.id == last.payload.get("paused"):
                    self._take_back(event)
            found = self.history(last.subject)
        return Undone(
            action=action,
            exercise=last.subject,
            timed=self._timed(found) if found else None,
        )

    def _take_back(self, event: Event) -> None:
        new = NewEvent(kind="undo", subject=event.subject, source="code", undoes=event.id)
        self._store.append(self._now(), [new])

    def hand_in(
        self, sitting: Sitting, reports: Sequence[CheckReport], revs: Mapping[str, int]
    ) -> Timed:
        """Keep what came of a submission, and end the sitting where it passed; all or nothing.
        The review that follows weighs the time against the target."""
        verdicts = {each.id: each.verdict for report in reports for each in report.exercises}
        with self._store.transaction():
            moment = self._now()
            gone = (replace(sitting, state="stopped", since=None),)  # taken back meanwhile
            found = self.history(sitting.exercise) or gone
            is_open = found[-1].id == sitting.id and found[-1].is_open
            timed = self._timed(found, moment)
            record(
                self._store,
                moment,
                reports,
                revs=revs,
                source="code",
                ms=timed.worked.ms if is_open and timed.worked.is_sure else None,
                usual_ms=timed.target_min * 60_000,
            )
            if is_open and verdicts.get(sitting.exercise) == "passed":
                return self._turned("pass", sitting.exercise, moment=moment).timed
            return self._timed(self.history(sitting.exercise) or gone, moment)

    def _make_room(self, exercise: str) -> Turned | None:
        """Pause the clock of any other exercise that runs."""
        for each in self._latest():
            if each.state == "running" and each.exercise != exercise:
                return self._turned("pause", each.exercise)
        return None

    def _turned(
        self,
        action: ClockAction,
        exercise: str,
        more: Mapping[str, Json] | None = None,
        made_room: Turned | None = None,
        *,
        moment: Moment | None = None,
    ) -> Turned:
        moment = moment or self._now()
        payload = {**payload_of(action, self._read(moment)), **(more or {})}
        new = NewEvent(kind="clock", subject=exercise, source="code", payload=payload)
        (event,) = self._store.append(moment, [new])
        timed = self._timed(self.history(exercise), moment)
        paused = made_room.timed if made_room else None
        return Turned(event=event.id, timed=timed, paused=paused)

    def _latest(self) -> list[Sitting]:
        """The last sitting at each exercise, by its clock alone: what runs, then by when
        something happened last."""
        turns = by_exercise(self._store.events({"clock"}, live=True))
        order = sorted(turns, key=lambda each: turns[each][-1].id, reverse=True)
        found = [sittings(turns[each], longest_ms(self._target(each)))[-1:] for each in order]
        latest = [sitting for some in found for sitting in some]
        return sorted(latest, key=lambda each: each.state != "running")

    def timed(self, exercise: str) -> Timed | None:
        """The last sitting at an exercise as it stands now; None where there was none."""
        found = self.history(exercise)
        return self._timed(found) if found else None

    def _timed(self, found: Sequence[Sitting], moment: Moment | None = None) -> Timed:
        *before, sitting = found
        target = self._target(sitting.exercise)
        now = self._read(moment or self._now())
        records = [each.worked.ms for each in before if each.is_record]
        return Timed(
            sitting=sitting,
            worked=worked_at(sitting, now, longest_ms(target)),
            target_min=target,
            best_ms=min(records, default=None),
            passed=sum(each.state == "passed" for each in before),
        )

    def _target(self, exercise: str) -> int:
        """The minutes of an exercise; 0 of one that the bank does not have any more."""
        item = self._bank.get(exercise)
        return item.minutes if isinstance(item, Code) else 0


def verdict_of(reports: Sequence[CheckReport], exercise: str) -> ExerciseReport:
    """What was said of one exercise."""
    return next(each for report in reports for each in report.exercises if each.id == exercise)


def _short(exercise: str) -> str:
    return exercise.removeprefix("code.")
