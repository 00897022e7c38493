"""The learner's own intermediates, one after another: which is the first that is wrong.

`ds` in a backward pass is taken for ∂L/∂s, with s from the learner's forward pass or, where that
has no s, from the solution's; `s` in a forward pass for the solution's `s`. That is a guess by
name, so it counts only where the right value in its place makes an output right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import reduce

import numpy as np

from dlprep.check.symbols.known import place
from dlprep.check.symbols.points import Points
from dlprep.check.symbols.sight import Frame, Nodes, Sight, State, agreeing, equal
from dlprep.expr import fold
from dlprep.expr.gradient import gradients
from dlprep.expr.graph import Node, apply, in_order, name
from dlprep.model.exercise import Gradient
from dlprep.model.value import dataclass

PREFIXES = ("grad_", "d_", "d")
MOST_DIFFERENTIATED = 10_000


@dataclass(frozen=True, slots=True)
class Step:
    """An intermediate of the learner's with what it should be; `of` is what it is the gradient
    of, where it is one."""

    word: str
    line: int
    of: str | None
    yours: Nodes
    right: Nodes
    is_right: bool


@dataclass(frozen=True, slots=True)
class Walk:
    """What is needed to go through one function of the learner's: how it got its values, the
    outputs that are wrong, each with the right one, their names, and all that is right."""

    points: Points
    frame: Frame
    wrong: Sequence[tuple[Nodes, Nodes]]
    names: Collection[str] = ()
    outputs: Collection[Nodes] = ()

    def told(self, steps: Iterable[Step]) -> list[Step]:
        """The right steps up to the wrong one that explains an output, and that. A wrong one of
        which this cannot be tried is second best, if its name meant nothing else before."""
        right: list[Step] = []
        doubtful: list[Step] = []
        for step in steps:
            if step.is_right:
                right += [step] if self._is_telling(step) else []
            elif self._repairs(step):
                return [*right, step]
            elif not self._can_be_tried(step) and step.word not in {each.word for each in right}:
                doubtful = doubtful or [*right, step]
        return doubtful or right

    def _is_telling(self, step: Step) -> bool:
        """Whether it says something that a step is right: not of a start of zeros, and not of
        what has the name of a wrong output."""
        called = {plain_name(name.rpartition(".")[2]) for name in self.names}
        return plain_name(step.word) not in called and any(each.args for each in step.yours.ravel())

    def backward(self, slopes: Sequence[tuple[str, Nodes]]) -> Iterator[Step]:
        """Every local that is named as a gradient, against the gradients of all quantities."""
        for state in self._last_states():
            base = plain_name(base_name(state.word) or "")
            alike = [(of, slope) for of, slope in slopes if base and _is_called(of, base)]
            yield from self._compared(state, alike)

    def forward(self, theirs: Sequence[State]) -> Iterator[Step]:
        """Every local that the solution has under the same name. What is an output there is wrong
        in the learner's output, not in what goes by its name on the way."""
        last = {state.word: state for state in self._last_states()}
        for each in self.frame.states:
            state = last[each.word] if each.line == last[each.word].line else each
            alike = [one for one in theirs if plain_name(one.word) == plain_name(each.word)]
            for step in self._compared(state, [(None, one.nodes) for one in alike]):
                if step.is_right or not (self._is_output(step.right) or _is_start(state)):
                    yield step

    def _is_output(self, array: Nodes) -> bool:
        return any(equal(self.points, array, right) for right in self.outputs)

    def _compared(
        self, state: State, candidates: Sequence[tuple[str | None, Nodes]]
    ) -> Iterator[Step]:
        """The state as right where it equals a candidate, else against each of them."""
        if self._is_told_elsewhere(state.nodes):
            return
        fit = [(of, right) for of, right in candidates if right.shape == state.nodes.shape]
        same = [each for each in fit if equal(self.points, state.nodes, each[1])]
        for of, right in same[:1] or fit:
            yield Step(state.word, state.line, of, state.nodes, right, bool(same))

    def _last_states(self) -> Iterator[State]:
        """The last value of every name, changes in place included."""
        last = {state.word: state for state in self.frame.states}
        for word, state in last.items():
            yield State(word, state.line, self.frame.held.get(word, state.nodes))

    def _is_told_elsewhere(self, array: Nodes) -> bool:
        """An input, or an output that is shown anyway."""
        given = all(node.op == "name" for node in array.ravel())
        return given or any(equal(self.points, array, yours) for yours, _ in self.wrong)

    def _can_be_tried(self, step: Step) -> bool:
        """A plain number stands in many places and cannot be exchanged in one."""
        return all(node.args for node in self._swaps(step))

    def _repairs(self, step: Step) -> bool:
        """Whether the right value in the place of this one makes a wrong output right."""
        swaps = self._swaps(step)
        mended = (substituted(yours, swaps) for yours, _ in self.wrong)
        pairs = zip(mended, self.wrong, strict=True)
        return self._can_be_tried(step) and any(
            equal(self.points, array, right) for array, (_, right) in pairs
        )

    def _swaps(self, step: Step) -> dict[Node, Node]:
        off = ~agreeing(self.points, step.yours, step.right)
        return dict(zip(step.yours[off], step.right[off], strict=True))


def _is_start(state: State) -> bool:
    """Whether it is an array that is yet to be filled, or a sum with no term in it."""
    return not any(each.args or each.op == "name" for each in state.nodes.ravel())


def _is_called(word: str, base: str) -> bool:
    """Whether a quantity goes by that name: `c` is also the c of `next_c`."""
    return base in {plain_name(word), plain_name(word.rpartition("_")[2])}


def substituted(array: Nodes, swaps: Mapping[Node, Node]) -> Nodes:
    """The expressions with some parts exchanged."""
    made: dict[Node, Node] = {}
    for node in in_order(*array.ravel()):
        swapped = swaps.get(node)
        args = [made[arg] for arg in node.args]
        made[node] = swapped or (apply(node.op, *args) if args else node)
    changed = np.empty(array.size, object)
    changed[:] = [made[node] for node in array.ravel()]
    return changed.reshape(array.shape)


def slopes(sight: Sight, gradient: Gradient, functions: Sequence[str]) -> list[tuple[str, Nodes]]:
    """The gradients with respect to every array that these functions held, in one sweep."""
    frames = [sight.frame(each) for each in functions]
    held = [pair for frame in frames for pair in frame.held.items()]
    held += [(state.word, state.nodes) for frame in frames for state in frame.states]
    total = _objective(sight, gradient)
    nodes = [node for _, array in held for node in array.ravel()]
    if total is None or len(nodes) > MOST_DIFFERENTIATED:
        return []
    made: list[tuple[str, Nodes]] = []
    found = gradients(total, nodes)
    for word, array in held:
        flat = np.empty(array.size, object)
        flat[:], found = found[: array.size], found[array.size :]
        made.append((word, flat.reshape(array.shape)))
    return made


def _objective(sight: Sight, gradient: Gradient) -> Node | None:
    """Σ of·upstream of a traced program; None where it does not give all of that."""
    terms: list[Node] = []
    for at, of in enumerate(gradient.of):
        array = sight.outputs.get(of)
        if array is None:
            return None
        for index, node in zip(np.ndindex(array.shape), array.ravel().tolist(), strict=True):
            upstream = gradient.upstream and name(gradient.upstream[at] + place(index))
            terms.append(fold.mul(node, upstream) if upstream else node)
    return reduce(fold.add, terms)


def plain_name(word: str) -> str:
    """A name without what people write differently.

    >>> plain_name("x_hat") == plain_name("xHat")
    True
    """
    return word.replace("_", "").lower()


def base_name(word: str) -> str | None:
    """What a gradient by that name is with respect to.

    >>> base_name("dx_hat"), base_name("grad_h"), base_name("mean")
    ('x_hat', 'h', None)
    """
    for prefix in PREFIXES:
        if word.startswith(prefix) and len(word) > len(prefix):
            return word.removeprefix(prefix)
    return None
