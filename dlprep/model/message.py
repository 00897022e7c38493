"""What lower floors say: a code and values; `view/` owns the sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import IntEnum
from typing import Self

from dlprep.model.value import dataclass


class ExitCode(IntEnum):
    """What the process answers with."""

    OK = 0
    WRONG = 1
    USAGE = 2
    BUG = 3
    INTERRUPTED = 130


class CellLine(int):
    """The number of a line in the joined code cells of a notebook; a person finds it as line
    `within` of code cell `cell`, both from 1."""

    cell: int
    within: int

    def __new__(cls, number: int, *, cell: int, within: int) -> Self:
        line = super().__new__(cls, number)
        line.cell, line.within = cell, within
        return line

    def __str__(self) -> str:
        return f"cell {self.cell}:{self.within}"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a person's file something stands: `file:line: path`."""

    file: str
    line: int | None = None
    path: str = ""

    def __str__(self) -> str:
        line = "" if self.line is None else f":{self.line}"
        return f"{self.file}{line}" + (f": {self.path}" if self.path else "")


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence to be: `view.messages` turns the code into words of either language."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)
    place: Place | None = None


class DlprepError(Exception):
    """A fault a person can act on; the command line turns it into words and an exit code."""

    def __init__(self, *messages: Message, exit_code: ExitCode = ExitCode.USAGE) -> None:
        super().__init__(*(f"{m.code} {m.values}" for m in messages))
        self.messages = messages
        self.exit_code = exit_code


def fault(code: str, *, place: Place | None = None, **values: object) -> DlprepError:
    """An error with one message; the keywords are the values of its wording."""
    return DlprepError(Message(code, values, place))
