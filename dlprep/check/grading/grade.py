"""A case that was run becomes one result a function: right, wrong, or not to be judged."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from dlprep.check.grading.compare import Closeness, compare
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import UNTOLD, Runs, StepRun
from dlprep.model.exercise import Step
from dlprep.model.message import Message
from dlprep.model.report import CHANGED, CaseResult, ExerciseReport, OutputResult, Verdict
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Value, alike

# From what must be mended first to what is fine.
ORDER: tuple[Verdict, ...] = (
    "checker-error",
    "policy",
    "syntax-error",
    "import-error",
    "timeout",
    "memory",
    "output-limit",
    "exit",
    "crash",
    "non-deterministic",
    "input-mutated",
    "shape",
    "dtype",
    "not-finite",
    "wrong",
    "convention",
    "not-implemented",
    "passed",
    "not-judged",
)
_VERDICTS: dict[str, Verdict] = {verdict: verdict for verdict in ORDER}
_UNSUPPORTED = re.compile(
    r"(?:unsupported operand type\(s\) for|bad operand type for unary) (\S+): '(\w+)'"
    r"(?: and '(\w+)')?"
)
_PLAIN = frozenset(
    (
        *("int", "float", "bool", "complex", "str", "bytes", "list", "tuple", "dict", "set"),
        *("range", "function", "method", "NoneType", "ndarray", "float32", "float64", "int64"),
    )
)
NOTHING: Mapping[str, OutputResult] = MappingProxyType({})


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """What is said of the whole: its worst part; `not-judged` only where nothing was judged."""
    return min(verdicts, key=ORDER.index, default="not-judged")


@dataclass(frozen=True, slots=True)
class StepGrade:
    """One call judged. `run` is what came of it."""

    function: str
    verdict: Verdict
    outputs: tuple[OutputResult, ...]
    run: StepRun
    message: Message | None = None


@dataclass(frozen=True, slots=True)
class Trial:
    """A case, what the reference and the learner made of it, and the grades, one a step."""

    drawn: Drawn
    reference: Runs
    learner: Runs
    grades: tuple[StepGrade, ...]

    def of(self, function: str) -> tuple[StepGrade, ...]:
        """The grades of one function's calls."""
        return tuple(grade for grade in self.grades if grade.function == function)


def grade(
    drawn: Drawn,
    reference: Runs,
    learner: Runs,
    close: Closeness,
    held: Mapping[str, OutputResult] = NOTHING,
) -> Trial:
    """Judge all calls of a case in order. A call that uses what an earlier wrong call gave, or
    an input that an earlier call must not have changed, is not judged. `held` is what was found of
    outputs that depend on chance."""
    spoilt: set[str] = set()
    changed: set[str] = set()
    inputs = {name: drawn.inputs[name] for name in drawn.watched}
    grades = []
    for step, right, run in zip(drawn.script, reference, learner, strict=True):
        if _uses(step) & spoilt or run.kind == "skipped":
            one = StepGrade(step.call, "not-judged", (), run)
        elif names := sorted(_uses(step) & changed):
            one = StepGrade(step.call, "not-judged", (), run, Message(CHANGED, {"names": names}))
        else:
            outputs = tuple(held.get(each.name, each) for each in _outputs(right, run, close))
            one = _grade_step(step, run, outputs, _touched(inputs, run))
        spoilt = (spoilt - _heads(step.gives)) | _spoils(step, one)
        changed = (changed - _heads(step.gives)) | {*_touched(inputs, run)}
        inputs.update(run.inputs)
        grades.append(one)
    return Trial(drawn, reference, learner, tuple(grades))


def _heads(refs: Iterable[str]) -> set[str]:
    return {ref.partition(".")[0] for ref in refs}


def _uses(step: Step) -> set[str]:
    return _heads((*step.args, *step.kwargs.values()))


def _spoils(step: Step, one: StepGrade) -> set[str]:
    """What later calls must not be judged by: all a call gave if part of that is wrong, and
    any state it was meant to change and did not change rightly."""
    if one.verdict == "passed":
        return set()
    wrong = _heads(each.name for each in one.outputs if each.verdict != "passed")
    gave = _heads(step.gives) if not one.outputs or wrong & _heads(step.gives) else set()
    return gave | _heads(
        ref for name, ref in step.reads.items() if not one.outputs or name in wrong
    )


def _touched(inputs: dict[str, object], run: StepRun) -> list[str]:
    """Inputs whose bytes the call has changed. Defaults written into a dictionary, where the
    caller gave none, change nothing."""
    return [
        name
        for name, value in run.inputs.items()
        if name in inputs and not alike(_without_defaults(value, inputs[name]), inputs[name])
    ]


def _without_defaults(value: Value, before: object) -> Value:
    """A dictionary without the plain numbers and words that it did not hold before."""
    if not isinstance(value, dict) or not isinstance(before, dict):
        return value
    plain = (bool, int, float, str)
    return {
        name: part for name, part in value.items() if name in before or not isinstance(part, plain)
    }


def _grade_step(
    step: Step, run: StepRun, outputs: tuple[OutputResult, ...], touched: list[str]
) -> StepGrade:
    if run.kind != "ok":
        verdict, message = _failed(run)
        return StepGrade(step.call, verdict, (), run, message)
    verdict = worst(each.verdict for each in outputs) if outputs else "passed"
    if touched:
        message = Message("check.mutated", {"names": touched})
        return StepGrade(step.call, "input-mutated", outputs, run, message)
    return StepGrade(step.call, verdict, outputs, run)


def _outputs(right: StepRun, run: StepRun, close: Closeness) -> Iterator[OutputResult]:
    if run.kind != "ok":
        return
    for name, expected in right.outputs.items():
        yield from compare(name, expected, run.outputs.get(name), close)


def _failed(run: StepRun) -> tuple[Verdict, Message]:
    told = {**UNTOLD, **run.told}
    match run.kind:
        case "arity":
            code = "check.arity" if "got" in run.told else "check.one-value"
            return "shape", Message(code, told)
        case "missing":
            return "shape", Message("check.absent-part", told)
        case "absent":
            return "not-judged", Message("check.stand-in", told)
        case kind if "reason" in run.told:
            return _VERDICTS[kind], Message(f"check.{run.told['reason']}", told)
        case "crash" if "type" in run.told:
            code = "check.raised" if told["line"] else "check.raised-somewhere"
            return "crash", _lacking(told) or Message(code, told)
        case _:
            return _VERDICTS[run.kind], Message(f"check.{run.kind}", told)


def _lacking(told: Mapping[str, object]) -> Message | None:
    """The operation that a class of the learner's does not have, where that is the error."""
    found = _UNSUPPORTED.fullmatch(str(told["text"])) if told["type"] == "TypeError" else None
    if found is None:
        return None
    sign, one, other = found.groups()
    if one not in _PLAIN:
        return Message("check.lacks", {**told, "sign": sign, "type": one})
    if other and other not in _PLAIN:
        return Message("check.lacks-right", {**told, "sign": sign, "type": other, "left": one})
    return None


def case_result(trial: Trial, function: str) -> CaseResult | None:
    """What is said of one function on the case; None where the case does not call it."""
    grades = trial.of(function)
    if not grades:
        return None
    return CaseResult(
        label=trial.drawn.case.label,
        verdict=worst(each.verdict for each in grades),
        outputs=tuple(output for each in grades for output in each.outputs),
        message=next((each.message for each in grades if each.message), None),
        axis=trial.drawn.case.axis,
        unjudged=tuple(_unjudged(trial, function)),
    )


def _unjudged(trial: Trial, function: str) -> Iterator[str]:
    """What the calls of a function give that are not judged."""
    for step, each in zip(trial.drawn.script, trial.grades, strict=True):
        if each.function == function and each.verdict == "not-judged":
            yield from (*step.gives, *step.reads)


def with_others(
    report: ExerciseReport, other: ExerciseReport, known: Mapping[str, str | None]
) -> ExerciseReport:
    """With what is said of functions under other names than those already told."""
    more = (
        replace(each, name=each.called)
        for each in other.functions
        if each.called and each.called != known[each.name]
    )
    told = {each.name: each for each in (*more, *report.functions)}
    functions = (*report.functions, *(told[name] for name in told if name not in known))
    return replace(report, functions=functions, verdict=worst(each.verdict for each in functions))
