"""A derivative proved by finite differences in forty digits: no step of the derivation is shared
with what proves it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dlprep.expr.arrays import Array
from dlprep.expr.fields import Field
from dlprep.expr.precise import digits
from dlprep.expr.tensors import evaluate
from dlprep.formula.assume import Facts
from dlprep.formula.read import Reading
from dlprep.formula.sampling import Sample, Sampler

DIGITS, STEP, NEAR = 40, 1e-12, 1e-15
POINTS = 4


def is_slope(answer: Reading, of: Reading, by: str, known: Facts = Facts()) -> bool:  # noqa: B008
    """Whether `answer` is the derivative of the number `of` by the name `by`.

    The answer has the shape of `by`, or is its entry at a free index. Names that `known` defines
    by `by` follow it.
    """
    sampler = Sampler((answer, of), answer.symbols, known)
    return all(
        _agrees(sampler.draw(points=POINTS, square=square), answer, of, by)
        for square in (False, True)
    )


def _agrees(sample: Sample, answer: Reading, of: Reading, by: str) -> bool:
    numbers = digits(DIGITS)
    slopes = _slopes(sample, of, by, numbers)
    value = evaluate(answer.node, sample.world(numbers))
    found = np.asarray(value, np.float64).reshape(value.shape[0], -1)
    expected = np.asarray(slopes, np.float64).reshape(sample.points, -1)
    found, expected = np.broadcast_arrays(found, expected)
    both = np.isfinite(found) & np.isfinite(expected)
    far = np.abs(found - expected) > NEAR**0.5 * np.maximum(1, np.abs(expected))
    return bool(both.any() and not (both & far).any())


def _slopes(sample: Sample, of: Reading, by: str, numbers: Field) -> Array:
    """Central differences by each entry of the name, of its shape."""
    exact = numbers.array(sample.raw[by])
    found = np.empty_like(exact)
    step = numbers.number(STEP)
    for place in np.ndindex(exact.shape[1:]):
        ends = []
        for sign in (1, -1):
            moved = exact.copy()
            moved[(slice(None), *place)] += sign * step
            there = replace(sample, raw={**sample.raw, by: moved})
            value = evaluate(of.node, there.world(numbers))
            ends.append(np.broadcast_to(value.reshape(value.shape[0], -1)[:, 0], (sample.points,)))
        found[(slice(None), *place)] = (ends[0] - ends[1]) / (2 * step)
    return found
