"""What a learner's function gave in the calls that are judged, and whether a wrong form of a
reference gives the same. Nothing awkward is skipped: a form must agree everywhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache

import numpy as np

from dlprep.check.grading.compare import Closeness, compare
from dlprep.check.grading.facts import leaf
from dlprep.check.grading.grade import StepGrade, Trial
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Runs, StepRun
from dlprep.model.item import Tolerance
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Value, alike

TYPE_ERRORS = frozenset(("TypeError", "UFuncTypeError", "_UFuncOutputCastingError"))
LIMITED = frozenset(("timeout", "memory", "output-limit", "exit", "skipped"))
Close = Callable[[Drawn], Closeness]


@dataclass(frozen=True, slots=True)
class Sample:
    """One case: the learner's runs, which calls are judged, what is wrong in each, which calls of
    other functions were right and must stay so, and whether it fails by the type of its inputs,
    which is not that of the other cases."""

    drawn: Drawn
    runs: Runs
    judged: tuple[int, ...]
    wrong: tuple[frozenset[str], ...]
    close: Closeness
    kept: tuple[int, ...] = ()
    by_type: bool = False

    def of(self, step: Callable[[Drawn, int], StepRun]) -> Sample:
        """The same calls of another program."""
        runs = tuple(step(self.drawn, at) for at in range(len(self.runs)))
        return Sample(self.drawn, runs, self.judged, self.wrong, self.close)

    def differing(self, step: Callable[[Drawn, int], StepRun]) -> frozenset[str]:
        """Outputs in which another program differs; all where one of the two fails."""
        found: set[str] = set()
        for at in self.judged:
            one, other = self.runs[at], step(self.drawn, at)
            if one.kind != "ok" or other.kind != "ok":
                found |= set(one.outputs) | set(other.outputs)
                continue
            for name, value in one.outputs.items():
                parts = compare(name, value, other.outputs.get(name), self.close)
                found |= {part.name for part in parts if part.verdict != "passed"}
        return frozenset(found)

    @property
    def off(self) -> frozenset[str]:
        """What is wrong in any call."""
        return frozenset().union(*(self.wrong[at] for at in self.judged))

    @property
    def weight(self) -> tuple[bool, int, int]:
        """Order of use: cases with most wrong values rule a form out soonest, small ones first."""
        values = sum(len(self.wrong[at]) for at in self.judged if self.runs[at].kind == "ok")
        return self.drawn.single, -values, sum(self.drawn.sizes.values())


class Evidence:
    """The judged calls of some functions on all cases. What the feeders rightly gave there
    speaks too, against a form that changes it."""

    def __init__(
        self,
        trials: Sequence[Trial],
        functions: Collection[str],
        close: Close,
        feeders: Collection[str] = (),
    ) -> None:
        samples = [_sample(trial, functions, feeders, close(trial.drawn)) for trial in trials]
        samples = [each for each in samples if each.judged]
        plain = [e for e in samples if e.drawn.case.axis == "value" and not e.by_type]
        aside = any(map(_is_wrong, plain))
        kept = [each for each in samples if not (aside and (each.by_type or _overflows(each)))]
        self.samples = sorted(kept, key=lambda each: each.weight)

    def anew(self, runs: Sequence[tuple[Drawn, Runs]], close: Close) -> list[Sample]:
        """The same calls of the same cases with fresh numbers."""
        old = {each.drawn.case.label: each for each in self.samples}
        return [
            Sample(drawn, made, one.judged, one.wrong, close(drawn), one.kept)
            for drawn, made in runs
            if (one := old.get(drawn.case.label))
        ]

    def gave(self, output: str) -> Iterator[Value]:
        """What an output was wherever it is wrong."""
        for each in self.samples:
            for at in each.judged:
                if output in each.wrong[at]:
                    yield leaf(each.runs[at].outputs, output)

    def wrong(self) -> list[str]:
        """Names of all outputs that are wrong somewhere, in the order of the calls."""
        found = (
            name for each in self.samples for at in each.judged for name in sorted(each.wrong[at])
        )
        return list(dict.fromkeys(found))


def _sample(
    trial: Trial, functions: Collection[str], feeders: Collection[str], close: Closeness
) -> Sample:
    judged = [
        at
        for at, grade in enumerate(trial.grades)
        if grade.function in functions and grade.verdict != "not-judged"
    ]
    kept = [
        at
        for at, grade in enumerate(trial.grades)
        if grade.function in feeders and grade.verdict == "passed"
    ]
    wrong = tuple(frozenset(_wrong_outputs(grade)) for grade in trial.grades)
    by_type = trial.drawn.is_typed and any(_fails_by_type(trial, at) for at in judged)
    return Sample(trial.drawn, trial.learner, tuple(judged), wrong, close, tuple(kept), by_type)


def _fails_by_type(trial: Trial, at: int) -> bool:
    """Whether a type is refused, or a wrong result is of whole numbers where it must not be."""
    run, right = trial.learner[at], trial.reference[at]
    if run.kind == "crash":
        return str(run.told.get("type")) in TYPE_ERRORS
    return any(
        is_whole(leaf(run.outputs, name)) and not is_whole(leaf(right.outputs, name))
        for name in _wrong_outputs(trial.grades[at])
    )


def is_whole(value: Value) -> bool:
    """Whether a value is a whole number or a truth, or holds nothing else; lists may be ragged."""
    if isinstance(value, (list, tuple, dict)):
        return all(map(is_whole, value.values() if isinstance(value, dict) else value))
    return np.asarray(value).dtype.kind in "iub"


def _wrong_outputs(grade: StepGrade) -> Iterator[str]:
    return (each.name for each in grade.outputs if each.verdict != "passed")


def _is_wrong(sample: Sample) -> bool:
    return any(sample.wrong[at] or sample.runs[at].kind != "ok" for at in sample.judged)


def _overflows(sample: Sample) -> bool:
    """A case of the stability axis that gave no numbers, but NaN, infinity or an error: that is
    told by itself, beside whatever else is wrong."""
    if sample.drawn.case.axis == "value":
        return False
    return not all(is_finite(sample.runs[at]) for at in sample.judged)


def is_finite(run: StepRun) -> bool:
    """Whether a call gave numbers, and not NaN, infinity or an error."""
    parts = (part for value in run.outputs.values() for part in _arrays(value))
    return run.kind == "ok" and all(np.isfinite(part).all() for part in parts)


def _arrays(value: Value) -> Iterator[Value]:
    match value:
        case dict():
            for each in value.values():
                yield from _arrays(each)
        case list() | tuple():
            for each in value:
                yield from _arrays(each)
        case float() | np.ndarray():
            yield value


def agrees(
    step: Callable[[Drawn, int], StepRun],
    samples: Sequence[Sample],
    outputs: Collection[str] | None = None,
    *,
    seen: bool = False,
) -> bool:
    """Whether a program gives what the learner's gave in all calls, or in some outputs only.

    Crashing alike is no evidence: somewhere a value must differ from the reference and equal
    the program's, unless that has been `seen`. What other functions rightly gave it must give as
    well: a mistake that would show there is not the one made here.
    """
    for sample in samples:
        for at in sample.judged:
            if not same(sample.runs[at], step(sample.drawn, at), outputs, sample.close):
                return False
            wrong = sample.wrong[at]
            seen = seen or bool(wrong if outputs is None else wrong & set(outputs))
        if not all(
            same(sample.runs[at], step(sample.drawn, at), None, sample.close) for at in sample.kept
        ):
            return False
    return seen


def same(run: StepRun, form: StepRun, outputs: Collection[str] | None, close: Closeness) -> bool:
    """Whether two runs of a call gave the same, in all outputs or in some."""
    if run.kind != "ok" or form.kind != "ok":
        return run.kind == form.kind
    if outputs is None:
        return all(
            _equal(value, run.outputs.get(name), close) for name, value in form.outputs.items()
        )
    parts = [(leaf(form.outputs, name), leaf(run.outputs, name)) for name in outputs]
    return all(got is None if part is None else _equal(part, got, close) for part, got in parts)


def _equal(one: Value, other: Value, close: Closeness) -> bool:
    if type(one) is type(other) is np.ndarray and one.dtype == other.dtype == np.float64:
        return one.shape == other.shape and _near(one, other, close)
    return all(each.verdict == "passed" for each in compare("", one, other, close))


def _near(one: Value, other: Value, close: Closeness) -> bool:
    """`compare` for the common case, without its report."""
    with np.errstate(invalid="ignore"):
        gap = np.abs(one - other).max(initial=0.0)
    if gap <= close.tolerance.abs:
        return True
    if np.isfinite(gap):
        return bool(gap <= close.margin(one, other))
    return all(each.verdict == "passed" for each in compare("", one, other, close))


@cache
def steady(single: bool) -> Closeness:  # noqa: FBT001 - a cache key
    """How near two runs of one program must be to count as the same."""
    return Closeness(Tolerance(rel=1e-9, abs=1e-12), single)


def same_runs(one: Runs, other: Runs, single: bool) -> list[bool]:  # noqa: FBT001
    """For each call, whether two runs of it gave the same, as far as both came to an end."""
    return [_as_before(a, b, steady(single)) for a, b in zip(one, other, strict=True)]


def _as_before(one: StepRun, other: StepRun, close: Closeness) -> bool:
    if {one.kind, other.kind} & LIMITED:
        return True
    if alike(one.outputs, other.outputs):
        return one.kind == other.kind
    return same(one, other, None, close)
