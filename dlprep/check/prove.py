"""What must hold of an exercise before anyone is judged by it."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from types import CodeType

import numpy as np

from dlprep.check.judge import Trying, fitting
from dlprep.check.material import BrokenReferenceError, Material, Task, holds
from dlprep.check.naming.forms import Reference
from dlprep.check.running.draw import Drawn
from dlprep.check.running.program import SWITCH, Program
from dlprep.check.running.pytorch import prepare
from dlprep.check.running.runs import Board, Names, Runs, StepRun
from dlprep.check.source.starter import starter
from dlprep.check.source.variants import Variant
from dlprep.model.item import Code, Torch
from dlprep.model.message import DlprepError, Message, Place
from dlprep.model.report import ACCEPTED, ExerciseReport
from dlprep.model.text import Text


class Trusted:
    """A bench in this process, for programs of our own."""

    spent_s = 0.0
    alive = True
    printed = ""
    side_by_side = False

    def __init__(self, program: Program) -> None:
        self.program = program

    def ask(self, drawn: Drawn, names: Names, reference_s: float, size: int) -> Runs:
        """Run a case here."""
        return self.program.run(drawn)

    @property
    def source(self) -> bytes:
        """The program's text."""
        return self.program.source.encode()

    def children_s(self) -> float:
        """All happens in this process."""
        return 0.0

    def try_edits(self, boards: Sequence[Board], drawn: Drawn, names: Names) -> list[list[Runs]]:
        """Run a case with each edit made, here."""
        return [[*self._board_runs(board, drawn)] for board in boards]

    def _board_runs(self, board: Board, drawn: Drawn) -> Iterator[Runs]:
        code = compile(board.source, self.program.file, "exec", dont_inherit=True)
        for number in range(board.edits):
            yield self._edited(number, code, drawn)

    def _edited(self, number: int, code: CodeType, drawn: Drawn) -> Runs:
        try:
            return (*self.program.patched(f"{SWITCH} = {number}", code).steps(drawn),)
        except Exception:  # noqa: BLE001 - an edited constant may raise anything
            return tuple(StepRun("crash") for _ in drawn.script)

    def announce(self, cases: Sequence[Drawn], names: Names) -> None:
        """Nothing is gained by knowing what comes."""

    announce_again = announce

    def ask_again(self, drawn: Drawn, names: Names, reference_s: float, size: int) -> None:
        """There is no second run: our own programs do not depend on chance."""


def prove(exercise: Code, solution: Path, seed: int) -> list[Message]:
    """Faults of an exercise: the solution must pass its own cases, the starter must fail, every
    written mistake must change a value and be named, every convention be recognised. Where
    outputs depend on chance a mistake must be rejected, and have no other's name.

    Runs the solution in this process. Messages `prove.…` and `check.bad-mark` carry the
    line of the solution.
    """
    if isinstance(exercise, Torch):
        prepare()
    return _told(_faults, exercise, solution, seed)


def read(exercise: Code, solution: Path, seed: int) -> list[Message]:
    """Faults that show without running anything: marks and wrong forms that cannot be read, cases
    that cannot be drawn, probes that do not compile."""
    return _told(_unread, exercise, solution, seed)


def _told(
    faults: Callable[[Material], Iterator[Message]], exercise: Code, solution: Path, seed: int
) -> list[Message]:
    task = Task(exercise, solution, {each.name: each.name for each in exercise.functions})
    try:
        return list(faults(Material(task, seed)))
    except DlprepError as error:
        return [_placed(each, solution) for each in error.messages]
    except OSError as error:
        return [_fault(solution, None, "unreadable", why=error)]
    except SyntaxError as error:
        return [_fault(solution, error.lineno, "syntax", why=error.msg)]


def _placed(message: Message, solution: Path) -> Message:
    """With the folder: solutions know their own names only."""
    if message.place is None:
        return message
    file = str(solution.with_name(message.place.file))
    return replace(message, place=replace(message.place, file=file))


def _faults(material: Material) -> Iterator[Message]:
    file = material.task.solution
    asked = [each.name for each in material.task.code.functions]
    if lacking := [name for name in asked if name not in material.program.namespace]:
        yield _fault(file, None, "no-function", names=lacking)
        return
    try:
        right = _report(material, material.program)
    except BrokenReferenceError as error:
        yield _fault(file, None, "solution-raises", case=error.label, why=_failure(error.run))
        return
    if wrong := _not_right(right):
        yield _fault(file, None, "solution-fails", functions=wrong)
        return
    if endless := _without_numbers(material):
        yield _fault(file, None, "not-finite", cases=endless)
    if unmet := _unmet(material.task.code, right):
        yield _fault(file, None, "property-unused", names=unmet)
    bare = _report(material, Program(starter(material.solution), file.name))
    if bare.verdict != "not-implemented":
        yield _fault(file, None, "starter-passes", verdict=bare.verdict)
    for reference in material.references:
        for form in reference.variants:
            in_course = form.asked and material.task.code.accepts_in_courses
            judged = material.in_course() if in_course else material
            if message := _variant_fault(judged, reference, form):
                yield message


def _failure(run: StepRun) -> Message:
    """What came of a call of the solution, as a learner would be told it."""
    match run.kind:
        case "crash":
            return Message("check.raised-somewhere", run.told)
        case "missing":
            return Message("check.absent-part", run.told)
        case _:
            return Message(f"check.{run.kind}", run.told)


def _unread(material: Material) -> Iterator[Message]:
    compile(material.task.code.probe, "<probes>", "exec")
    material.cases(turn=0)
    for reference in material.references:
        for form in reference.variants:
            try:
                ast.parse(form.source(reference.source))
            except SyntaxError as error:
                file = material.task.solution.with_name(reference.file)
                yield _fault(file, form.line, "bad-variant", code=form.code, why=error.msg)


def _unmet(code: Code, report: ExerciseReport) -> list[str]:
    """Outputs that properties speak of and no case gives."""
    cases = [case for function in report.functions for case in function.cases]
    given = {output.name for case in cases for output in case.outputs}
    named = [name for each in code.properties for name in (each.of, each.mask or each.of)]
    return sorted(set(named) - given)


def _without_numbers(material: Material) -> list[Text]:
    """Cases of the stability axis in which the solution itself gives NaN or infinity: an answer
    that does not would be told that it breaks there."""
    cases = (each for each in material.cases(turn=0) if each.case.axis == "stability")
    return [
        each.case.label
        for each in cases
        if any(holds(run.outputs, lambda a: ~np.isfinite(a)) for run in material.reference(each))
    ]


def _not_right(report: ExerciseReport) -> list[str]:
    return [
        f"{function.name}: {case.label.en}: {case.verdict}"
        for function in report.functions
        for case in function.cases
        if case.verdict != "passed"
    ]


def _variant_fault(material: Material, reference: Reference, form: Variant) -> Message | None:
    """None where the variant is told from the right solution and called by its own code."""
    file = material.task.solution.with_name(reference.file)
    try:
        program = Program(form.source(reference.source), file.name)
    except SyntaxError as error:
        return _fault(file, form.line, "bad-variant", code=form.code, why=error.msg)
    report = _report(material, program)
    named = _named(report)
    if form.code in named:
        return None
    if not _not_right(report):
        return _fault(file, form.line, "no-effect", code=form.code)
    if named:
        return _fault(file, form.line, "named-otherwise", code=form.code, named=named)
    if material.task.code.properties:  # of several that break the same, none is named
        return None
    return _fault(file, form.line, "unnamed", code=form.code)


def _named(report: ExerciseReport) -> list[str]:
    codes = [each.code for function in report.functions for each in function.mistakes]
    conventions = [
        str(fact.values["yours"])
        for function in report.functions
        for fact in function.facts
        if fact.code in {"check.fact.convention", ACCEPTED}
    ]
    return list(dict.fromkeys([*codes, *conventions]))


def _report(material: Material, program: Program) -> ExerciseReport:
    return fitting(Trying(material, Trusted(program)))


def _fault(file: Path, line: int | None, what: str, **values: object) -> Message:
    return Message(f"prove.{what}", values, Place(str(file), line))
