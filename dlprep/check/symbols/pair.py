"""A learner's program and the solution as expressions, side by side on one case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from dlprep.check.grading.grade import Trial
from dlprep.check.running.runs import Names
from dlprep.check.symbols.contrast import difference, length, text
from dlprep.check.symbols.known import Known
from dlprep.check.symbols.points import Points, sample_of
from dlprep.check.symbols.sight import Nodes, Sight, agreeing, equal
from dlprep.check.symbols.steps import Step, Walk, slopes
from dlprep.expr.graph import Node
from dlprep.model.item import Code
from dlprep.model.report import Explanation, FunctionReport, SymbolicEntry, TracedStep

TRIED = 8  # entries of which the simplest is shown
WIDE = 480  # characters of a wrong entry and of what would be right
SHORT = 160  # where the first wrong step says more


@dataclass
class Pair:
    """The learner's program and the solution on one case, both as expressions."""

    code: Code
    function: FunctionReport
    names: Names
    trial: Trial
    learner: Sight
    reference: Sight

    @cached_property
    def points(self) -> Points:
        """Where the two are compared."""
        assumptions = [*self.learner.assumptions, *self.reference.assumptions]
        outputs = [*self.learner.outputs.values(), *self.reference.outputs.values()]
        finite = [node for array in outputs for node in array.ravel()]
        return Points(sample_of(self.trial.drawn), assumptions, finite)

    @property
    def called(self) -> str:
        """The learner's name for the function."""
        return self.function.called or self.function.name

    @property
    def functions(self) -> dict[str, str]:
        """The functions of the script with the learner's names, the one explained first."""
        script = self.trial.drawn.script
        called = {step.call: self.names.get(step.call) or "" for step in script}
        return {self.function.name: self.called, **called}

    @cached_property
    def own(self) -> Known:
        """What has a name in the learner's program."""
        return Known(self.points, self._held)

    @cached_property
    def known(self) -> Known:
        """The same, and what has one in the solution alone."""
        used = {word for word, _ in self._held}
        theirs = [
            pair for each in self.functions for pair in self.reference.frame(each).held.items()
        ]
        more = [(word, array) for word, array in theirs if word not in used and word[0] != "d"]
        return Known(self.points, [*self._held, *more])

    @property
    def _held(self) -> list[tuple[str, Nodes]]:
        return [
            pair
            for each in self.functions.values()
            for pair in self.learner.frame(each).held.items()
        ]

    def explanation(self, wrong: Sequence[str]) -> Explanation:
        """Wrong outputs in symbols, and the steps on the way to them."""
        steps = self.steps(wrong)
        is_found = any(not each.is_right for each in steps)
        entries = sorted(filter(None, map(self.entry, wrong)), key=_width)
        shown = [each for each in entries if _width(each) <= (SHORT if is_found else WIDE)][:1]
        if is_found:  # the step says what is to be said
            shown = [replace(each, note=None) for each in shown]
        sizes = self.trial.drawn.case.sizes
        return Explanation(sizes=sizes, entries=tuple(shown), steps=steps)

    def entry(self, output: str) -> SymbolicEntry | None:
        """The simplest wrong entry of an output."""
        yours, right = self.learner.outputs.get(output), self.reference.outputs.get(output)
        if yours is None or right is None or yours.shape != right.shape:
            return None
        return self.contrast(output, yours, right)

    def contrast(self, word: str, yours: Nodes, right: Nodes) -> SymbolicEntry | None:
        """The entry at which two arrays differ that is easiest to read."""
        right = self._as_solved(right)
        differing = np.argwhere(~agreeing(self.points, yours, right))[:TRIED]
        without = {word, *self._called_alike(yours), *self._called_alike(right)}
        found: list[tuple[tuple[int, ...], Node, Node]] = []
        for index in (tuple(map(int, each)) for each in differing):
            mine, theirs = (self._written(array[index], without) for array in (yours, right))
            found.append((index, mine, theirs))
        if not found:
            return None
        index, mine, theirs = min(found, key=lambda each: length(each[1]) + length(each[2]))
        note = difference(mine, theirs, self.known.env, self.trial.drawn.case.sizes)
        return SymbolicEntry(
            output=word, index=index, yours=text(mine), right=text(theirs), note=note
        )

    def _written(self, node: Node, without: set[str]) -> Node:
        """With the learner's names; where that is too long to read, with the solution's too."""
        written = self.own.written(node, without)
        return written if text(written) else self.known.written(node, without)

    def _as_solved(self, right: Nodes) -> Nodes:
        """The same array as the solution calculates it, which reads better than a derivative."""
        held = self.reference.frame(self.function.name).held.values()
        return next((each for each in held if equal(self.points, each, right)), right)

    def _called_alike(self, array: Nodes) -> set[str]:
        """The learner's names for the very array that is being explained."""
        held = self.learner.frame(self.called).held.items()
        return {word for word, other in held if equal(self.points, other, array)}

    def steps(self, wrong: Sequence[str]) -> tuple[TracedStep, ...]:
        """The learner's intermediates up to the first wrong one."""
        pairs = [
            (self.learner.outputs[output], self.reference.outputs[output])
            for output in wrong
            if output in self.learner.outputs and output in self.reference.outputs
        ]
        frame, right = self.learner.frame(self.called), self.reference.outputs.values()
        walk = Walk(self.points, frame, pairs, wrong, right)
        return tuple(self._step(each) for each in walk.told(self._candidates(walk, wrong)))

    def _candidates(self, walk: Walk, wrong: Sequence[str]) -> Iterator[Step]:
        claimed = [each for each in self.code.gradients if set(wrong) & set(each.wrt.values())]
        if not claimed:
            return walk.forward(self.reference.frame(self.function.name).states)
        mine = slopes(self.learner, claimed[0], list(self.functions.values()))
        return walk.backward([*mine, *slopes(self.reference, claimed[0], list(self.functions))])

    def _step(self, step: Step) -> TracedStep:
        return TracedStep(
            name=step.word,
            of=step.of,
            line=step.line,
            is_right=step.is_right,
            entry=None if step.is_right else self.contrast(step.word, step.yours, step.right),
        )


def _width(entry: SymbolicEntry) -> int:
    """How long the two expressions are; one that is left out is longer than any."""
    return sum(len(each) if each else WIDE + 1 for each in (entry.yours, entry.right))
