"""Other ways to be right than value by value: up to sign, up to order.

A judge takes the reference's arrays and the learner's and brings the learner's into the form in
which `compare` may hold them against the reference.
"""

from __future__ import annotations

from itertools import permutations

import numpy as np

from dlprep.model.exercise import Judge
from dlprep.sandbox.frames import Array

MOST_PERMUTED = 7  # columns tried in every order; more are matched greedily


def aligned(judge: Judge, expected: Array, got: Array) -> Array:
    """The learner's array in the sign or order that is nearest to the reference's.

    `up-to-sign` turns every column around that fits better so (eigenvectors, principal
    components); `up-to-permutation` reorders the rows (cluster centres). Another shape is left
    as it is, for `compare` to tell.
    """
    if judge == "values" or expected.shape != got.shape or expected.ndim == 0:
        return got
    if judge == "up-to-sign":
        return _signed(expected, got)
    return _ordered(expected, got)


def _signed(expected: Array, got: Array) -> Array:
    against = np.sum(expected * got, axis=0, keepdims=True) < 0
    return np.asarray(np.where(against, np.int8(-1), np.int8(1)) * got)


def _ordered(expected: Array, got: Array) -> Array:
    count = len(expected)
    far = np.abs(expected[:, None] - got[None]).reshape(count, count, -1).sum(axis=2)
    if count <= MOST_PERMUTED:
        order = min(permutations(range(count)), key=lambda each: far[range(count), each].sum())
        return np.asarray(got[list(order)])
    return np.asarray(got[_greedy(far)])


def _greedy(far: Array) -> list[int]:
    """For each row of the reference the nearest of the rows not yet taken."""
    left = far.copy()
    order = []
    for row in range(len(left)):
        nearest = int(np.argmin(left[row]))
        left[:, nearest] = np.inf
        order.append(nearest)
    return order
