"""`--explain`: a wrong function is traced on symbols and held against the traced solution.

Grading never depends on this. What the child sends is parsed and compared with its own plain
run; equality is that of numbers at points that keep every followed branch.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice

import numpy as np

from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.facts import leaf
from dlprep.check.grading.grade import Trial, grade
from dlprep.check.material import Task
from dlprep.check.running.children import Children
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import call, weight
from dlprep.check.symbols.pair import Pair
from dlprep.check.symbols.points import Points, sample_of
from dlprep.check.symbols.sight import Sight, sight_from, sight_of
from dlprep.check.witness.claims import PRIMES, SMALL, Subject
from dlprep.expr.graph import name
from dlprep.model.message import Message
from dlprep.model.report import ExerciseReport, Explanation, FunctionReport
from dlprep.model.text import Text
from dlprep.sandbox.frames import FrameError, Value, pack
from dlprep.sandbox.process import EndedError
from dlprep.trace.load import Refusal
from dlprep.trace.packed import PackedError

EXPLAINED = frozenset(("wrong", "convention", "not-finite"))
LARGEST = 20_000  # operations of a solution on a case that is explained
SLOWER = 5.0  # seconds that tracing may take beyond the limit of a case
ROOM = 1 << 22
MOST_TRIED = 3  # cases of which the first that can be read is shown


def explained(
    tasks: Sequence[Task], reports: Sequence[ExerciseReport], bench: Children, seed: int
) -> tuple[ExerciseReport, ...]:
    """The reports with an explanation for every wrong function of the tasks that ask for one."""
    return tuple(
        _explained(Explaining(task, bench, seed), report) if task.explained else report
        for task, report in zip(tasks, reports, strict=True)
    )


def _explained(explaining: Explaining, report: ExerciseReport) -> ExerciseReport:
    functions = tuple(
        replace(each, explanation=_guarded(explaining, each)) if _failing(each) else each
        for each in report.functions
    )
    return replace(report, functions=functions)


def _guarded(explaining: Explaining, function: FunctionReport) -> Explanation:
    """The explanation; a fault of ours in it must not cost the report."""
    try:
        return explaining.of(function)
    except Exception as bug:  # noqa: BLE001 - grading never depends on this
        what = f"{type(bug).__name__}: {bug}"
        return Explanation(refused=Message("symbols.our-fault", {"what": what}))


@dataclass
class Explaining:
    """One exercise of one file."""

    task: Task
    bench: Children
    seed: int

    @cached_property
    def subject(self) -> Subject:
        """The solution."""
        solution = self.task.solution.read_text(encoding="utf-8")
        return Subject(self.task.code, solution, self.seed)

    def of(self, function: FunctionReport) -> Explanation:
        """The explanation of one function, on the first small case that can be read."""
        if self.task.code.properties:
            return Explanation(refused=Message("symbols.by-chance"))
        if self.task.code.probe:
            return Explanation(refused=Message("symbols.observed"))
        found = Explanation(refused=Message("symbols.no-case"))
        for explanation in islice(self._explanations(function), MOST_TRIED):
            found = explanation
            if found.refused or found.entries or any(not each.is_right for each in found.steps):
                return found
        return found

    def _explanations(self, function: FunctionReport) -> Iterator[Explanation]:
        """One for each case that shows the function wrong."""
        for drawn in self._cases(function):
            trial = _shortened(self._trial(drawn), function.name)
            wrong = _wrong_outputs(trial, function.name)
            reference = self.subject.traced(trial.drawn)
            if not wrong or isinstance(reference, Refusal) or reference.tape.made > LARGEST:
                continue
            learner = self._traced(trial)
            if isinstance(learner, Message):
                yield Explanation(refused=learner)
                return
            names = self.task.names
            pair = Pair(self.task.code, function, names, trial, learner, sight_of(reference))
            yield pair.explanation(wrong)

    def _cases(self, function: FunctionReport) -> Iterator[Drawn]:
        """The cases on which the function is wrong, small first."""
        labels = _failing(function)
        failing = [each for each in self.subject.cases if each.case.label in labels]
        for sizes in (PRIMES, SMALL):
            small = (self.subject.resized(drawn, sizes) for drawn in failing[:MOST_TRIED])
            yield from (drawn for drawn in small if drawn is not None)
        yield from failing

    def _trial(self, drawn: Drawn) -> Trial:
        right = self.subject.program.run(drawn)
        runs = self.bench.ask(drawn, self.task.names, 0.0, weight(right))
        return grade(drawn, right, runs, Closeness(self.task.code.tolerance, drawn.single))

    def _traced(self, trial: Trial) -> Sight | Message:
        """What the learner's program looks like on symbols, or why that cannot be said."""
        answer = self._asked(trial.drawn)
        if isinstance(answer, Message):
            return answer
        try:
            sight = sight_from(answer, [name(word) for word in sample_of(trial.drawn)])
        except PackedError:
            return Message("symbols.unreadable")
        return sight if _agrees(sight, trial) else Message("symbols.other-values")

    def _asked(self, drawn: Drawn) -> Value | Message:
        learner = self.bench.first
        if learner is None:
            return Message("symbols.ended")
        calls = [call(step, self.task.names) for step in drawn.script]
        steps = [[c.function, c.args, c.kwargs, c.gives, c.reads] for c in calls]
        deadline = time.monotonic() + self.bench.limits.case_s + SLOWER
        try:
            learner.send(pack({"trace": steps}, drawn.inputs))
            header, value = learner.receive(deadline, ROOM)
        except (EndedError, FrameError):
            self.bench.first = None
            return Message("symbols.ended")
        match header:
            case {"kind": "traced"}:
                return value
            case {"kind": "refused", "what": str(what), "line": int(line)}:
                return Message("symbols.refused", {"what": what, "line": line})
            case {"kind": "refused", "what": str(what)}:
                return Message("symbols.refused-somewhere", {"what": what})
        return Message("symbols.unreadable")


def _failing(function: FunctionReport) -> list[Text]:
    """The cases on which a function gives wrong values."""
    cases = (each for each in function.cases if each.axis == "value")
    return [each.label for each in cases if each.verdict in EXPLAINED]


def _shortened(trial: Trial, function: str) -> Trial:
    """The case up to the first call of the function that gives a wrong output."""
    wrong = (
        number
        for number, each in enumerate(trial.grades, 1)
        if each.function == function and any(out.verdict in EXPLAINED for out in each.outputs)
    )
    end = next(wrong, len(trial.grades))
    drawn = replace(trial.drawn, script=trial.drawn.script[:end])
    return Trial(drawn, trial.reference[:end], trial.learner[:end], trial.grades[:end])


def _wrong_outputs(trial: Trial, function: str) -> list[str]:
    wrong = [
        output.name
        for each in trial.of(function)
        for output in each.outputs
        if output.verdict in EXPLAINED
    ]
    return list(dict.fromkeys(wrong))


def _agrees(sight: Sight, trial: Trial) -> bool:
    """Whether the traced values are those of the plain run."""
    points = Points(sample_of(trial.drawn))
    plain: dict[str, Value] = {}
    for run in trial.learner:
        plain |= run.outputs
    for path, nodes in sight.outputs.items():
        held = np.asarray(leaf(plain, path))
        values = points.values(nodes.ravel().tolist())[:, 0].reshape(nodes.shape)
        if held.shape != values.shape or not np.allclose(held, values, rtol=1e-7, atol=1e-10):
            return False
    return True
