"""Derivatives by differences: the places around a value, and the slope that is found there."""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from dlprep.expr.arrays import Array
from dlprep.expr.fields import FLOAT, Field

# The derivative from six places around: how many steps away, and with which weight.
_PLACES = tuple(
    (sign * k, sign * Fraction(*share))
    for k, share in ((1, (3, 4)), (2, (-3, 20)), (3, (1, 60)))
    for sign in (1, -1)
)
PLACES = len(_PLACES)
_FEWER = (2 / 3, -2 / 3, -1 / 12, 1 / 12)  # from the first four of them
# A step as a part of an entry, which counts as no less than this: in double precision, and in many
# digits.
_STEP, _SMALL_STEP = (1e-3, 1e-4), (1e-9, 1e-6)
_UNSURE, _LITTLE = 1e-6, 1e-3


def steps(given: Array, numbers: Field) -> Array:
    """How far to go from each entry, of shape (points, entries): a small part of it, so that a
    logarithm of it stays one, but not so small that it is lost."""
    part, least = _STEP if numbers is FLOAT else _SMALL_STEP
    size = np.maximum(abs(given), numbers.number(least))
    return np.asarray(size.reshape(given.shape[0], -1) * numbers.number(part))


def moves(step: Array, own: tuple[int, ...], numbers: Field) -> Array:
    """What is added to an array of shape (points, *own): each place around each of its entries
    as a point of its own, of shape (points · entries · PLACES, *own)."""
    points, entries = step.shape
    unit = np.kron(np.eye(entries), np.array([[k] for k, _ in _PLACES]))
    moved = np.asarray(numbers.array(unit) * step[:, None, :])
    return moved.reshape(points * entries * PLACES, *own)


def slopes(values: Array, step: Array, numbers: Field) -> Array:
    """The slopes of shape (points, entries, …) from values of shape (points · entries · PLACES, …);
    in double precision none where four places say something else than six, since too many digits
    were lost there."""
    values = values.reshape(*step.shape, PLACES, *values.shape[1:])
    step = step.reshape(*step.shape, *(1,) * (values.ndim - 3))
    found = _combined(values, [numbers.number(share) for _, share in _PLACES]) / step
    if numbers is not FLOAT:
        return np.asarray(found)
    fewer = _combined(values, _FEWER) / step
    unsure = abs(found - fewer) > _UNSURE * np.maximum(abs(found), _LITTLE)
    return np.where(unsure, math.nan, found)


def _combined(values: Array, shares: Sequence[float]) -> Array:
    """The sum over the third axis with these weights."""
    return np.asarray(sum(values[:, :, k] * share for k, share in enumerate(shares)))
