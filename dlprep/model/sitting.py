"""A sitting at a coding exercise and the clock that runs beside it."""

from __future__ import annotations

from typing import Literal

from dlprep.model.value import dataclass

ClockAction = Literal["start", "pause", "resume", "stop", "pass"]
State = Literal["running", "paused", "stopped", "passed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A moment by two clocks.

    `at_ms` is milliseconds since 1970, which somebody may set. `mono_ms` counts since the machine
    started, stands still while it sleeps and cannot be set; `boot` names that start, and is empty
    where the system does not tell it apart from others.
    """

    at_ms: int
    mono_ms: int
    boot: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """Time at work. It is `guessed` where the machine was started anew meanwhile, so that only
    the wall clock could tell, and `capped` where one stretch was longer than anybody works."""

    ms: int = 0
    guessed: bool = False
    capped: bool = False

    def __add__(self, other: Worked) -> Worked:
        return Worked(
            ms=self.ms + other.ms,
            guessed=self.guessed or other.guessed,
            capped=self.capped or other.capped,
        )

    @property
    def is_sure(self) -> bool:
        """Whether it may count as a record."""
        return not (self.guessed or self.capped)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One exercise from `start` to its end.

    `id` is that of the event that began it, `worked` the time of the stretches that are over,
    `since` when the clock was last set going, where it runs. `checks` counts the checks of the
    exercise meanwhile, `hint` is the highest hint that was given.
    """

    exercise: str
    id: str
    began_ms: int
    file: str
    exam: bool = False
    state: State = "running"
    worked: Worked = Worked()
    since: Reading | None = None
    pauses: int = 0
    checks: int = 0
    hint: int = 0
    gave_up: bool = False
    ended_ms: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether it can be handed in."""
        return self.state in {"running", "paused"}

    @property
    def is_record(self) -> bool:
        """Whether its time may be the best: it passed, by a clock that can be trusted, and
        nobody had looked at the solution."""
        return self.state == "passed" and self.worked.is_sure and not self.gave_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """A sitting as it stands now: the time worked so far, and what went before.

    `best_ms` is the shortest time in which the exercise passed in another sitting that may count,
    `passed` how many sittings ended so.
    """

    sitting: Sitting
    worked: Worked
    target_min: int
    best_ms: int | None = None
    passed: int = 0

    @property
    def left_ms(self) -> int:
        """Time left against the target; negative beyond it."""
        return self.target_min * 60_000 - self.worked.ms
