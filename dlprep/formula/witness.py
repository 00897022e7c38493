"""What SymPy makes of a derivative on tiny shapes, beside the formula that was derived.

SymPy gets the definitions alone and differentiates each entry by itself: no step of a derivation
is shared with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from dlprep.expr.arrays import Array
from dlprep.expr.fields import FLOAT
from dlprep.expr.pretty import pretty
from dlprep.expr.symbolic import Sympy, from_sympy, symbol
from dlprep.expr.symbolic_field import SYMPY, entry, symbols
from dlprep.expr.tensors import evaluate
from dlprep.expr.world import World
from dlprep.formula.read import Reading
from dlprep.formula.sampling import Sample, Sampler
from dlprep.formula.scope import Scope, has_slope
from dlprep.model.derivation import SympyEntry

SIZE = 2  # of every dimension
POINTS, NEAR = 4, 1e-9


def by_sympy(left: Reading, value: Reading, within: Scope) -> tuple[SympyEntry, ...]:
    """The entries of the derivative `left`; none where it is no derivative, or where it holds
    what SymPy is not asked about (expectations, functions that nobody gave)."""
    if not has_slope(left):
        return ()
    left, value = within.resolved(left), within.resolved(value)
    sampler = Sampler((left, value), within.symbols, within.facts)
    sample = sampler.draw(points=POINTS, square=True, size=SIZE)
    if sample.random or sample.functions:
        return ()
    try:
        derived = evaluate(left.node, _symbols(sample))
    except (ValueError, TypeError):  # no word for it, or a comparison that symbols do not decide
        return ()
    world = sample.world(FLOAT)
    mine = np.broadcast_to(evaluate(value.node, world), (POINTS, *derived.shape[1:]))
    return tuple(_entries(derived, mine, world))


def _symbols(sample: Sample) -> World:
    """The tiny shapes, with a symbol for each entry of each name, given or defined."""
    numeric = sample.world(FLOAT)
    names = {word: symbols(word, values.shape[1:]) for word, values in numeric.names.items()}
    names = {word: values for word, values in names.items() if word not in sample.dims}
    return replace(numeric, numbers=SYMPY, points=1, names=names)


def _entries(derived: Array, mine: Array, world: World) -> Iterator[SympyEntry]:
    lead = 1 + len(world.axes)
    for at in np.ndindex(derived.shape[1:]):
        expression = derived[(0, *at)]
        indices = {
            letter: at[axis - 1] + 1
            for letter, axis in world.axes.items()
            if derived.shape[axis] > 1
        }
        yield SympyEntry(
            indices=indices,
            place=tuple(each + 1 for each in at[lead - 1 :]),
            text=_text(expression),
            agrees=all(
                abs(_value(expression, world, point) - mine[(point, *at)])
                <= NEAR * max(1.0, abs(mine[(point, *at)]))
                for point in range(POINTS)
            ),
        )


def _value(expression: Sympy, world: World, point: int) -> float:
    values = {
        symbol(entry(word, place)): float(values[(min(point, len(values) - 1), *place)])
        for word, values in world.names.items()
        for place in np.ndindex(values.shape[1:])
    }
    return float(expression.evalf(subs=values))


def _text(expression: Sympy) -> str:
    """In the notation of the lines; in SymPy's own where that has no word for it."""
    try:
        return pretty(from_sympy(expression))
    except ValueError:
        return str(expression)


__all__ = ["SIZE", "by_sympy"]
