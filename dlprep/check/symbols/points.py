"""Points at which two traced programs are compared: near the sample, on the same branches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product

import numpy as np

from dlprep.check.running.draw import Drawn
from dlprep.expr.arrays import evaluate
from dlprep.expr.graph import Node
from dlprep.sandbox.frames import Array
from dlprep.trace.load import symbols_in, variables

TRIED = 24
KEPT = 6
REACHES = (0.3, 0.1, 0.03, 0.01, 0.001)
CLOSE = 1e-9


class Points:
    """Values of expressions at the sample point and at a few points near it at which every
    branch is the one that was followed."""

    def __init__(
        self,
        sample: Mapping[str, float],
        assumptions: Sequence[Node] = (),
        finite: Sequence[Node] = (),
    ) -> None:
        """Points near `sample` at which the `assumptions` hold and what has to be `finite` is."""
        rng = np.random.default_rng(TRIED)
        self._memory: dict[Node, Array] = {}
        self.env = {name: np.array([value]) for name, value in sample.items()}
        for reach, zeros_move in product(REACHES, (True, False)):
            tried = {
                name: _around(value, reach, rng, zeros_move=zeros_move)
                for name, value in sample.items()
            }
            held = evaluate(assumptions, tried).all(axis=0)
            held = held & np.isfinite(evaluate(finite, tried)).all(axis=0)
            if held.sum() >= KEPT:
                chosen = np.flatnonzero(held)[:KEPT]
                self.env = {
                    name: np.concatenate([self.env[name], values[chosen]])
                    for name, values in tried.items()
                }
                break

    def values(self, nodes: Sequence[Node]) -> Array:
        """One row a node, one column a point."""
        return evaluate(nodes, self.env, self._memory)


def sample_of(drawn: Drawn) -> dict[str, float]:
    """The variables of a case in the order of its inputs, with the values that were drawn."""
    symbols = symbols_in([variables(value, name) for name, value in drawn.inputs.items()])
    return {str(each.node.value): each.value for each in symbols}


def _around(value: float, reach: float, rng: np.random.Generator, *, zeros_move: bool) -> Array:
    """Numbers near one, of its sign: a variance or an eps stays positive. A zero may stay."""
    moves = reach * (2 * rng.random(TRIED) - 1)
    return np.asarray(value * (1 + moves) if value else moves * zeros_move)


def same(a: Array, b: Array) -> Array:
    """Row by row, whether two lists of values agree at all points; what is not finite agrees
    with nothing."""
    with np.errstate(all="ignore"):
        scale = np.maximum(np.abs(a), np.abs(b)).max(axis=-1)
        near = np.abs(a - b).max(axis=-1) <= CLOSE * scale + 1e-13
    return np.asarray(near & np.isfinite(scale))
