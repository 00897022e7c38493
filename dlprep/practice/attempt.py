"""How a person stands with one exercise, read from the log: since when, helped by what."""

from __future__ import annotations

from collections.abc import Iterable

from dlprep.model.event import Event, Moment
from dlprep.model.value import dataclass
from dlprep.store.store import Store

LONGEST_MIN = 180  # a longer pause is no working time


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """What happened since the exercise last passed, `told` are the marks of the hints given;
    `passed` and `gave_up` hold for ever."""

    began_ms: int | None = None
    told: frozenset[str] = frozenset()
    passed: bool = False
    gave_up: bool = False

    def minutes(self, now: Moment) -> int | None:
        """From the first check of this attempt until now; None for a first check and where the
        work was laid aside for hours."""
        if self.began_ms is None:
            return None
        minutes = round((now.at_ms - self.began_ms) / 60_000)
        return max(minutes, 1) if minutes <= LONGEST_MIN else None


def attempt(store: Store, exercise_id: str) -> Attempt:
    """The attempt that the next check of the exercise belongs to."""
    return follow(store.events({"check"}, exercise_id, live=True))


def is_tried(store: Store, exercise_id: str) -> bool:
    """Whether that attempt has begun: the last check of the exercise did not pass."""
    last = store.last({"check"}, subject=exercise_id)
    return last is not None and last.payload.get("verdict") != "passed"


def follow(events: Iterable[Event]) -> Attempt:
    """The attempt after these checks of one exercise, in order."""
    began_ms, passed, gave_up = None, False, False
    told: set[str] = set()
    for event in events:
        marks = event.payload.get("told")
        given = set(map(str, marks)) if isinstance(marks, list) else set()
        if event.payload.get("verdict") == "passed":
            began_ms, passed, told = None, True, given  # what is right may still be unstable
            continue
        began_ms = event.at_ms if began_ms is None else began_ms
        told |= given
        gave_up = gave_up or event.payload.get("gave_up") is True
    return Attempt(began_ms=began_ms, told=frozenset(told), passed=passed, gave_up=gave_up)
