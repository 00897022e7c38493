"""A wrong function, what it gave, and whether a wrong form of a reference gives the same."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property

import numpy as np

from dlprep.check.bonds import Bonds
from dlprep.check.draw import Drawn
from dlprep.check.evidence import Close, Evidence, Sample, agrees
from dlprep.check.facts import leaf
from dlprep.check.forms import Form
from dlprep.check.grade import Trial
from dlprep.check.runs import Runs
from dlprep.sandbox.frames import Value


class Suspect:
    """One function that is wrong, and what is known of it.

    `fresh` runs the learner's program on fresh cases; nothing where no child is left for that.
    """

    def __init__(
        self,
        function: str,
        trials: Sequence[Trial],
        fresh: Callable[[], Sequence[tuple[Drawn, Runs]]],
        close: Close,
    ) -> None:
        self.function = function
        self.trials = trials
        self.close = close
        self.draw_fresh = fresh
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
        if form.tell is not None and not self._fails_alike(form):
            return False
        return not self.fresh or agrees(form.step, self.fresh, outputs)

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
        """What the function gives and is right in every case."""
        steps = (step for step in self.bonds.script if step.call == self.function)
        given = {name for step in steps for name in step.gives if not name.startswith("$")}
        return frozenset(given - {name.partition(".")[0] for name in self.wrong})

    @property
    def users(self) -> frozenset[str]:
        """Functions that use what this one gives, but those that are wrong themselves."""
        wrong = {
            grade.function
            for trial in self.trials
            for grade in trial.grades
            if grade.verdict not in {"passed", "not-judged"}
        }
        return self.bonds.users(self.function) - wrong

    def counts(self, output: str) -> bool:
        """Whether an output is a whole number, or holds such, wherever it is wrong."""
        return all(map(_whole, self.evidence.gave(output)))

    def tells(self, output: str) -> bool:
        """Whether an output is wrong by a number somewhere, and not by NaN or infinity alone."""
        return any(map(_tells, self.evidence.gave(output)))

    def conforms(self, form: Form) -> bool:
        """Whether a convention explains the function and all that hang together with it."""
        if not agrees(form.step, self.together.samples):
            return False
        fresh = self.together.anew(self.draw_fresh(), self.close)
        return not fresh or agrees(form.step, fresh)


def _whole(value: Value) -> bool:
    """Whether a value is a whole number, or holds nothing else; lists may be ragged."""
    if isinstance(value, (list, tuple, dict)):
        return all(map(_whole, value.values() if isinstance(value, dict) else value))
    return np.asarray(value).dtype.kind in "iu"


def _tells(value: Value) -> bool:
    """Whether a wrong value is of some mistake, and not just zero or broken."""
    plain = isinstance(value, (float, np.ndarray))
    return not plain or bool(np.any(value) and np.isfinite(value).all())
