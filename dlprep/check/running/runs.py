"""One case run through: by the solution or a wrong form of it here, by a learner's child there.

Both give one `StepRun` a step, so that whatever judges them need not know which it was.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, NamedTuple, Protocol

import numpy as np

from dlprep.check.running.draw import Drawn
from dlprep.model.exercise import Step
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Value
from dlprep.sandbox.script import Call

# What a child leaves out of its words about a fault.
UNTOLD = {"line": None, "type": "", "text": "", "detail": "?", "expected": "?", "got": "?"}


@dataclass(frozen=True, slots=True)
class StepRun:
    """What came of one call. `kind` is `ok`, `arity`, `missing`, `skipped` or a verdict;
    `inputs` are the watched inputs as they were after the call."""

    kind: str
    outputs: dict[str, Value] = field(default_factory=dict)
    inputs: dict[str, Value] = field(default_factory=dict)
    told: Mapping[str, Any] = field(default_factory=dict)


Runs = tuple[StepRun, ...]
Names = Mapping[str, str | None]


def call(step: Step, names: Names) -> Call:
    """A step under the learner's own name for the function; an empty name is a missing one."""
    name = names.get(step.call, step.call) or ""
    return Call(name, step.args, step.kwargs, step.gives, step.reads, step.probe)


class Bench(Protocol):
    """Where a program is tried case by case."""

    spent_s: float

    @property
    def alive(self) -> bool:
        """Whether it can still be asked."""

    @property
    def printed(self) -> str:
        """What the program has printed."""

    def ask(self, drawn: Drawn, names: Names, reference_s: float, size: int) -> Runs:
        """Run a case. `reference_s` is the time the reference took so far and `size` what its
        values weigh in bytes; both loosen the limits."""

    def announce(self, cases: Sequence[Drawn], names: Names) -> None:
        """The cases that will be asked for next, in this order."""

    @property
    def side_by_side(self) -> bool:
        """Whether a second run may take place at the same time as the first."""

    def announce_again(self, cases: Sequence[Drawn], names: Names) -> None:
        """The cases that the second run will be asked for next."""

    def ask_again(self, drawn: Drawn, names: Names, reference_s: float, size: int) -> Runs | None:
        """Run a case in the second run, if there is one."""

    @property
    def source(self) -> bytes:
        """The file."""

    def children_s(self) -> float:
        """The processor time of processes other than this one that work on it."""

    def try_edits(self, boards: Sequence[Board], drawn: Drawn, names: Names) -> list[list[Runs]]:
        """Run a case with each of the edits of some boards made, one at a time; fewer results
        than edits come back where an edit hangs or kills its child."""


class Board(NamedTuple):
    """A top-level statement with many edits, chosen by a switch: the names that it and what is
    built on it bind, its text, and how many edits there are."""

    binds: tuple[str, ...]
    source: str
    edits: int


def weight(runs: Runs) -> int:
    """About how many bytes the values of a run take."""
    return sum(_bytes(value) for each in runs for value in each.outputs.values())


def _bytes(value: Value) -> int:
    match value:
        case np.ndarray():
            return int(value.nbytes)
        case dict():
            return sum(map(_bytes, value.values()))
        case list() | tuple():
            return sum(map(_bytes, value))
        case _:
            return 64
