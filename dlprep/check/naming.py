"""Which written mistake gives the learner's numbers? Every wrong form of the solution is run
on the cases; one that agrees everywhere, and on fresh cases too, is what the learner did."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from dlprep.check.compare import Closeness, compare
from dlprep.check.draw import Drawn
from dlprep.check.facts import leaf
from dlprep.check.grade import StepGrade, Trial
from dlprep.check.runs import Program, Runs, StepRun
from dlprep.check.variants import Variant
from dlprep.model.item import Tolerance
from dlprep.model.report import NamedMistake
from dlprep.model.text import Text
from dlprep.sandbox.frames import Value, pack

BUDGET_S = 2.5
LIMITED = frozenset(("timeout", "memory", "output-limit", "exit", "skipped"))
Close = Callable[[Drawn], Closeness]


@dataclass(slots=True)
class WrongForms:
    """The variants of a solution, each loaded once and run once a case."""

    variants: Sequence[Variant]
    file: str
    _runs: dict[tuple[int, int], Runs] = field(default_factory=dict)
    _programs: dict[int, Program | None] = field(default_factory=dict)

    def run(self, index: int, drawn: Drawn) -> Runs:
        """What a variant makes of a case; one that cannot even be loaded has crashed."""
        key = index, id(drawn)
        if key not in self._runs:
            program = self._program(index)
            crashed = tuple(StepRun("crash") for _ in drawn.script)
            self._runs[key] = program.run(drawn) if program else crashed
        return self._runs[key]

    def _program(self, index: int) -> Program | None:
        if index not in self._programs:
            try:
                self._programs[index] = Program(self.variants[index].source, self.file)
            except Exception:  # noqa: BLE001 - a wrong form may raise anything
                self._programs[index] = None
        return self._programs[index]


@dataclass(frozen=True, slots=True)
class Naming:
    """Names for what is wrong in one function. `fresh` gives the trials of fresh cases, or
    nothing where no child is left to run them."""

    function: str
    trials: Sequence[Trial]
    fresh: Callable[[], Sequence[Trial]]
    forms: WrongForms
    close: Close

    def names(self) -> tuple[tuple[NamedMistake, ...], Variant | None]:
        """The mistakes, and the convention that explains everything, if one does."""
        until = time.monotonic() + BUDGET_S
        wrong = list(dict.fromkeys(self._wrong_outputs()))
        whole = self._first(None, until, conventions=True)
        if whole is None:
            whole = self._first(None, until, conventions=False)
        if whole is not None:
            named = self._named(whole, ", ".join(wrong))
            return ((), whole) if whole.asked else ((named,), None)
        parts = [(name, self._first(name, until, conventions=False)) for name in wrong]
        found = [self._named(form, name) for name, form in parts if form is not None]
        return tuple(found), None

    def _named(self, form: Variant, output: str) -> NamedMistake:
        sure = bool(self.fresh())
        return NamedMistake(
            code=form.code,
            confidence="confirmed" if sure else "consistent",
            output=output,
            text=Text(form.code, form.code),
        )

    def _wrong_outputs(self) -> Iterator[str]:
        for trial in self.trials:
            for grade in trial.of(self.function):
                yield from (each.name for each in grade.outputs if each.verdict != "passed")

    def _first(self, output: str | None, until: float, *, conventions: bool) -> Variant | None:
        """The first written form that agrees on all cases, then on fresh ones."""
        for index, form in enumerate(self.forms.variants):
            if time.monotonic() > until:
                return None
            if bool(form.asked) != conventions or not self._agrees(index, self.trials, output):
                continue
            if self._agrees(index, self.fresh(), output, evidence=False):
                return form
        return None

    def _agrees(
        self, index: int, trials: Sequence[Trial], output: str | None, *, evidence: bool = True
    ) -> bool:
        """Equal in every judged call. Crashing alike is no evidence: somewhere a value must
        differ from the reference and equal the variant's."""
        seen = False
        for trial in sorted(trials, key=self._is_right):
            runs = self.forms.run(index, trial.drawn)
            close = self.close(trial.drawn)
            for grade, theirs in zip(trial.grades, runs, strict=True):
                if grade.function != self.function or grade.verdict == "not-judged":
                    continue
                if not _same(grade.run, theirs, output, close):
                    return False
                seen = seen or _is_wrong_value(grade, output)
        return seen or not evidence

    def _is_right(self, trial: Trial) -> bool:
        """Wrong cases come first: they rule a variant out soonest."""
        return all(grade.verdict == "passed" for grade in trial.of(self.function))


def _is_wrong_value(grade: StepGrade, output: str | None) -> bool:
    return grade.run.kind == "ok" and any(
        each.verdict != "passed" for each in grade.outputs if output in (None, each.name)
    )


def _same(run: StepRun, form: StepRun, output: str | None, close: Closeness) -> bool:
    if run.kind != "ok" or form.kind != "ok":
        return run.kind == form.kind
    if output is not None:
        part = leaf(form.outputs, output)
        return part is None or _equal(part, leaf(run.outputs, output), close)
    return all(_equal(value, run.outputs.get(name), close) for name, value in form.outputs.items())


def _equal(one: Value, other: Value, close: Closeness) -> bool:
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
    if pack({}, one.outputs) == pack({}, other.outputs):
        return one.kind == other.kind
    return _same(one, other, None, close)
