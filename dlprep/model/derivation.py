"""What judging a derivation says, line by line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from dlprep.model.message import Message
from dlprep.model.text import Text
from dlprep.model.value import dataclass

Status = Literal[
    "right", "assuming", "rounded", "given", "defined", "wrong", "carried", "after", "undecided",
    "unread", "not-refuted", "remark",
]  # fmt: skip
"""`given` restates what the question gives, `defined` introduces a name; `carried` follows from
the wrong line before, `after` rests on a wrong line in a way that cannot be told; `not-refuted` is
an inequality that holds wherever it was tried; `remark` is no formula."""

Ending = Literal["right", "wrong", "unfinished", "form", "undecided", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A point at which a line is wrong: the value it should have there, and the one it has."""

    at: Mapping[str, object]
    right: float
    yours: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLine:
    """One line. `number` counts those of the file from 1; `read` is the reading in Unicode.

    Of a wrong line, `mistake` is the code of a named one and `why` what its author says; `likely`
    are the slips that would explain it.
    """

    number: int
    text: str
    status: Status
    read: str | None = None
    latex: str | None = None
    assumption: str | None = None
    said: Message | None = None
    mistake: str | None = None
    why: Text | None = None
    likely: tuple[Message, ...] = ()
    apart: Apart | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SympyEntry:
    """One entry of an asked derivative on tiny shapes: the values of its indices (and the place
    in an array, from 1), what SymPy has there, and whether the answer has the same value."""

    indices: Mapping[str, int]
    place: tuple[int, ...]
    text: str
    agrees: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SympyWitness:
    """What SymPy makes of one answer; no entries where it is no derivative of what is given."""

    answer: str
    entries: tuple[SympyEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedDerivation:
    """All lines, and how it ends: `missing` are the asked results that no line has yet, and
    `misfit` what is wrong with the form of the last line."""

    item: str
    lines: tuple[JudgedLine, ...]
    ending: Ending
    missing: tuple[str, ...] = ()
    misfit: Message | None = None
    counted: Mapping[str, int] = field(default_factory=dict)

    @property
    def first_wrong(self) -> JudgedLine | None:
        return next((line for line in self.lines if line.status == "wrong"), None)
