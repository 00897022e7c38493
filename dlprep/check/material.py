"""What judging needs, whoever is judged: the exercise, its solution, its cases."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from dlprep.check.running.draw import Drawn, draw_cases
from dlprep.check.running.program import Program
from dlprep.check.running.pytorch import lacking
from dlprep.check.running.runs import Bench, Names, Runs, StepRun
from dlprep.model.item import Code
from dlprep.model.text import Text
from dlprep.model.value import dataclass as value
from dlprep.sandbox.frames import Array, Value

if TYPE_CHECKING:
    from dlprep.check.chance_naming import Likenesses
    from dlprep.check.naming.forms import Reference

WARM_S = 0.02  # what a first run may take to be run again: its time includes NumPy warming up


class BrokenReferenceError(Exception):
    """The solution itself cannot be run on a case: our fault, not the learner's. It says on
    which, and what came of the call."""

    def __init__(self, label: Text, run: StepRun) -> None:
        super().__init__(label.en, run.kind, dict(run.told))
        self.label = label
        self.run = run


@value(frozen=True, slots=True)
class Task:
    """An exercise a file answers: where its solution lies, and the learner's names; `mapped`
    where a map of the wrong entries was asked for, `explained` where symbols were, `paced` where
    the running time is measured, `hinted` where a hint is wanted, `quick` where right or wrong is
    enough and no mistake is looked for. `also` are other names, where the file has some functions
    more than once; `asked` is the convention that a person wants to be judged by."""

    code: Code
    solution: Path
    names: Names
    mapped: bool = False
    explained: bool = False
    paced: bool = False
    hinted: bool = False
    quick: bool = False
    also: tuple[Names, ...] = ()
    asked: str | None = None


@dataclass(eq=False, repr=False)
class Material:
    """What judging one exercise by one seed needs, whoever is judged: made when asked for."""

    task: Task
    seed: int
    reference_s: float = 0.0
    _cases: dict[int, tuple[Drawn, ...]] = field(default_factory=dict)
    _right: dict[int, Runs] = field(default_factory=dict)

    @cached_property
    def solution(self) -> str:
        return self.references[0].source if self.task.asked else _text(self.task.solution)

    @cached_property
    def program(self) -> Program:
        return Program(self.solution, self.task.solution.name)

    @cached_property
    def original(self) -> Reference:
        """The solution as it is written, whatever convention was asked for."""
        from dlprep.check.naming.forms import Reference  # noqa: PLC0415 - 20 ms that a right answer saves

        alone = self.task.asked or lacking(self.task.code)  # it is only read without PyTorch
        loaded = None if alone else self.program
        return Reference(_text(self.task.solution), self.task.solution.name, loaded)

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """The solution and the other ways of writing it that stand beside it, by the convention
        that was asked for as far as they know it."""
        from dlprep.check.naming.forms import Reference  # noqa: PLC0415 - as above

        path = self.task.solution
        beside = sorted(path.parent.glob(f"{path.stem}__*.py"))
        found = (self.original, *(Reference(_text(each), each.name) for each in beside))
        if not self.task.asked:
            return found
        converted = (each.converted([self.task.asked]) for each in found)
        return tuple(each for each in converted if each) or found

    @cached_property
    def likenesses(self) -> Likenesses:
        """What the written mistakes do to outputs that depend on chance."""
        from dlprep.check.chance_naming import Likenesses  # noqa: PLC0415 - few exercises need it

        return Likenesses(self)

    def cases(self, turn: int) -> tuple[Drawn, ...]:
        """Turn 0 is what is reported; turn 1 are fresh numbers for the same cases. A case that has
        no numbers by the convention that was asked for is left out."""
        if turn not in self._cases:
            drawn = draw_cases(self.task.code, self.seed, turn)
            self._cases[turn] = (
                tuple(filter(self._has_numbers, drawn)) if self.task.asked else drawn
            )
        return self._cases[turn]

    def by(self, convention: str) -> Material:
        """The same by another convention."""
        return Material(replace(self.task, asked=convention), self.seed)

    def in_course(self) -> Material:
        """The same as a course's file is judged by it."""
        return Material(replace(self.task, code=self.task.code.in_course()), self.seed)

    def _has_numbers(self, drawn: Drawn) -> bool:
        return not any(holds(each.outputs, np.isnan) for each in self.reference(drawn))

    def reference(self, drawn: Drawn) -> Runs:
        """What the solution makes of a case; raises `BrokenReferenceError`."""
        if id(drawn) not in self._right:
            right, took_s = self._timed(drawn)
            if took_s < WARM_S and not self._right:
                right, took_s = self._timed(drawn)
            self.reference_s += took_s
            if broken := next((each for each in right if each.kind != "ok"), None):
                raise BrokenReferenceError(drawn.case.label, broken)
            self._right[id(drawn)] = right
        return self._right[id(drawn)]

    def _timed(self, drawn: Drawn) -> tuple[Runs, float]:
        start = time.perf_counter()
        return self.program.run(drawn), time.perf_counter() - start


def hand_over(material: Material, bench: Bench) -> bool:
    """Hand the cases over: the children begin with them when they have loaded the file. Where
    outputs depend on chance nothing is: cases are asked for again while they are judged."""
    if material.task.code.properties:
        return False
    cases, names = material.cases(turn=0), material.task.names
    bench.announce(cases, names)
    if bench.side_by_side:
        bench.announce_again([*reversed(cases)], names)
    return True


def holds(value: Value, what: Callable[[Array], Array]) -> bool:
    """Whether there is a number of a kind, such as `np.isnan`, somewhere in a value."""
    match value:
        case dict():
            return any(holds(each, what) for each in value.values())
        case list() | tuple():
            return any(holds(each, what) for each in value)
        case float() | np.ndarray():
            return bool(what(np.asarray(value)).any())
        case _:
            return False


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


class Archive:
    """What was needed for judging is kept for the next file that answers the same exercise."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, int], Material] = {}

    def material(self, task: Task, seed: int) -> Material:
        """The material of a task; an exercise that has changed meanwhile is started afresh."""
        kept = self._kept.get((task.code.id, seed))
        if kept is None or not _is_same(kept.task, task):
            kept = self._kept[task.code.id, seed] = Material(task, seed)
        kept.task = task
        return kept


def _is_same(one: Task, other: Task) -> bool:
    same = one.code is other.code or one.code == other.code
    return same and one.asked == other.asked
