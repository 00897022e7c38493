"""A wrong function, what it gave, and whether a wrong form of a reference gives the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

import numpy as np

from dlprep.check.grading.bonds import Bonds
from dlprep.check.grading.facts import leaf
from dlprep.check.grading.grade import Trial
from dlprep.check.naming.evidence import Close, Evidence, Sample, agrees, is_whole
from dlprep.check.naming.forms import Form
from dlprep.check.running.draw import Drawn
from dlprep.check.running.runs import Runs
from dlprep.sandbox.frames import Value

LEAST = 2  # cases with wrong numbers beside others that fail
FEW = 40  # wrong numbers with which an edit may agree by chance, even twice


class Suspect:
    """One function that is wrong, and what is known of it.

    `fresh` runs the learner's program on fresh cases; nothing where no child is left for that.
    `further` are more of these, for what has few numbers to agree with.
    """

    def __init__(
        self,
        function: str,
        trials: Sequence[Trial],
        fresh: Callable[[], Sequence[tuple[Drawn, Runs]]],
        close: Close,
        further: Callable[[], Sequence[tuple[Drawn, Runs]]] = tuple,
    ) -> None:
        self.function = function
        self.trials = trials
        self.close = close
        self.draw_fresh = fresh
        self.draw_further = further
        self.bonds = Bonds(max((trial.drawn.script for trial in trials), key=len))
        others = self.bonds.feeders(function) - {function}
        self.evidence = Evidence(trials, {function}, close, others)
        self.wrong = self.evidence.wrong()

    @cached_property
    def fresh(self) -> list[Sample]:
        """The judged calls with fresh numbers."""
        return self.evidence.anew(self.draw_fresh(), self.close)

    @cached_property
    def together(self) -> Evidence:
        """The same for all functions that share a handle: a convention must hold in all."""
        return Evidence(self.trials, self.bonds.linked(self.function), self.close)

    @cached_property
    def settled(self) -> frozenset[str]:
        """What the function rightly left in a state. A mistake that spoils it is not the one."""
        kept = {
            name
            for each in self.evidence.samples
            for at in each.judged
            for name in each.drawn.script[at].reads
        }
        return frozenset(kept - {name.partition(".")[0] for name in self.wrong})

    def explained(self, form: Form, outputs: Collection[str] | None = None) -> bool:
        """Whether a form gives the learner's numbers on all cases, and on fresh ones; `outputs`
        are those to be explained, in every call, where not all are."""
        if outputs is not None:
            alike = (self.bonds.alike(self.function, name) for name in outputs)
            outputs = self.settled.union(*alike)
        if not agrees(form.step, self.evidence.samples, outputs):
            return False
        if form.tell is not None and (self._is_chance or not self._fails_alike(form)):
            return False
        if self.fresh and not agrees(form.step, self.fresh, outputs):
            return False
        needed = self._further if form.tell is not None and self._is_sparse else []
        return all(agrees(form.step, [each], outputs, seen=True) for each in needed)

    @cached_property
    def _further(self) -> list[Sample]:
        """The judged calls of further cases."""
        return self.evidence.anew(self.draw_further(), self.close)

    @cached_property
    def _is_sparse(self) -> bool:
        """Whether what is wrong are few numbers, or the same ones again and again."""
        wrong: set[float] = set()
        for name in self.wrong:
            for value in self.evidence.gave(name):
                if isinstance(value, (float, np.ndarray)):
                    wrong.update(np.unique(np.asarray(value, np.float64).round(9))[: FEW + 1])
        return len(wrong) <= FEW

    @cached_property
    def _is_chance(self) -> bool:
        """Whether calls fail and a single case has wrong numbers: an edit may give these by
        chance, and that it fails as well is no evidence."""
        judged = [(each, at) for each in self.evidence.samples for at in each.judged]
        fails = any(each.runs[at].kind != "ok" for each, at in judged)
        wrong = [each for each, at in judged if each.wrong[at] and each.runs[at].kind == "ok"]
        return fails and len({each.drawn.case.label for each in wrong}) < LEAST

    def _fails_alike(self, form: Form) -> bool:
        """Whether an edit raises what the learner's program raises; that both fail is little
        evidence, and an edit has no other than the numbers."""
        return all(
            each.runs[at].told.get("type") == form.step(each.drawn, at).told.get("type")
            for each in self.evidence.samples
            for at in each.judged
            if each.runs[at].kind == "crash"
        )

    @cached_property
    def is_unstable(self) -> bool:
        """Whether all that is wrong is wrong for huge numbers alone."""
        wrong = [each for each in self.evidence.samples if each.off]
        return bool(wrong) and all(each.drawn.case.axis == "stability" for each in wrong)

    @cached_property
    def silent(self) -> bool:
        """Whether all that is wrong is zero, or holds NaN or infinity, in every case about values:
        very different mistakes give that."""
        gave = [
            leaf(each.runs[at].outputs, name)
            for each in self.evidence.samples
            if each.drawn.case.axis == "value"
            for at in each.judged
            for name in each.wrong[at]
        ]
        return bool(gave) and not any(map(_tells, gave))

    @cached_property
    def right(self) -> frozenset[str]:
        """Parts of what the function gives that are right in every case."""
        grades = (grade for trial in self.trials for grade in trial.of(self.function))
        verdicts: dict[str, set[str]] = {}
        for output in (each for grade in grades for each in grade.outputs):
            verdicts.setdefault(output.name, set()).add(output.verdict)
        return frozenset(name for name, found in verdicts.items() if found == {"passed"})

    @property
    def others(self) -> frozenset[str]:
        """Other functions that are right, or use what this one gives and are not wrong by that."""
        grades = (grade for trial in self.trials for grade in trial.grades)
        right = {each.function for each in grades if each.verdict == "passed"}
        known = self.bonds.users(self.function) | right
        return known - self.failing - {self.function}

    @property
    def is_alone(self) -> bool:
        """Whether no other function is wrong."""
        return self.failing <= {self.function}

    @cached_property
    def failing(self) -> frozenset[str]:
        """All functions that are wrong in some call."""
        return frozenset(
            grade.function
            for trial in self.trials
            for grade in trial.grades
            if grade.verdict not in {"passed", "not-judged"}
        )

    def counts(self, output: str) -> bool:
        """Whether an output is a whole number or a truth, or holds such, wherever it is wrong."""
        return all(map(is_whole, self.evidence.gave(output)))

    def vanishes(self, output: str) -> bool:
        """Whether an output is zero wherever it is wrong."""
        gave = [*self.evidence.gave(output)]
        return bool(gave) and all(
            isinstance(each, (float, np.ndarray)) and not np.any(each) for each in gave
        )

    def tells(self, output: str) -> bool:
        """Whether an output is wrong by a number somewhere, and not by NaN or infinity alone."""
        return any(map(_tells, self.evidence.gave(output)))

    @cached_property
    def is_broken(self) -> bool:
        """Whether what is wrong is so for huge numbers alone, or by NaN and infinity alone."""
        return self.is_unstable or not any(map(self.tells, self.wrong))

    def conforms(self, form: Form) -> bool:
        """Whether a convention explains the function and all that hang together with it."""
        if not agrees(form.step, self.together.samples):
            return False
        fresh = self.together.anew(self.draw_fresh(), self.close)
        return not fresh or agrees(form.step, fresh)


def _tells(value: Value) -> bool:
    """Whether a wrong value is of some mistake, and not just zero or broken."""
    plain = isinstance(value, (float, np.ndarray))
    return not plain or bool(np.any(value) and np.isfinite(value).all())
