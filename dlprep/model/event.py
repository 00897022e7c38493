"""Events: everything a person does is one row of an append-only log."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, NamedTuple

from dlprep.model.value import dataclass

EventKind = Literal[
    "review",
    "answer",
    "check",
    "clock",
    "session",
    "confirm",
    "mark",
    "undo",
    "suspend",
    "unsuspend",
    "bury",
    "reset",
    "set_due",
    "edit_rev",
    "params",
    "import",
]
Source = Literal["card", "quiz", "check", "code", "derive", "mock"]
Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened. `day` is the study day (days since 1970-01-01 after the
    rollover hour, in the person's time zone), frozen when written; `id` is a UUIDv7."""

    id: str
    seq: int
    device: str
    at_ms: int
    tz_min: int
    day: int
    kind: EventKind
    subject: str
    rating: int | None = None
    ms: int | None = None
    source: Source | None = None
    mistake: str | None = None
    undoes: str | None = None
    payload: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """An event before the store gives it an id, a sequence number, a device and a time."""

    kind: EventKind
    subject: str
    rating: int | None = None
    ms: int | None = None
    source: Source | None = None
    mistake: str | None = None
    undoes: str | None = None
    payload: dict[str, Json] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A point in time as the log keeps it: milliseconds since 1970 UTC, minutes east of
    UTC, and the study day."""

    at_ms: int
    tz_min: int
    day: int


class Step(NamedTuple):
    """What the schedule of a card needs to know of an event."""

    subject: str
    kind: EventKind
    rating: int | None
    day: int
    payload: dict[str, Json]


class CardState(NamedTuple):
    """The schedule of one card, a cache of its reviews (`memory/` computes it).

    `stability` in days, `difficulty` 1 to 10 (FSRS-6), `due` and `last` are study days. A tuple,
    since a replay makes millions.
    """

    card: str
    rev: int
    reps: int
    lapses: int
    stability: float | None
    difficulty: float | None
    last: int | None
    due: int | None
    suspended: bool = False
    buried_until: int | None = None

    @property
    def untouched(self) -> bool:
        """Whether nothing has happened to the card: it is as new."""
        kept = self.suspended or self.due is not None or self.buried_until is not None
        return not self.reps and not kept


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemStat:
    """How one item went so far, a cache of its answers."""

    item: str
    answers: int
    right: int
    last_day: int
    last_right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayStat:
    """What one study day held, a cache of its reviews and answers.

    `recalled` are reviews rated 2 to 4, `introduced` first reviews of a card.
    """

    day: int
    reviews: int
    recalled: int
    introduced: int
    answers: int
    right: int
    ms: int


class RecallClass(NamedTuple):
    """Reviews whose predicted recall lay in one tenth, from 0.1·`decile` on; `predicted` is the
    sum of the predictions."""

    decile: int
    reviews: int
    recalled: int
    predicted: float


class TimeSpent(NamedTuple):
    """How often and how long a kind of question was worked on."""

    kind: str
    times: int
    ms: int
