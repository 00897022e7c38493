"""Other ways to be right than value by value: up to sign, up to order, properties over seeds.

A judge takes the reference's arrays and the learner's and brings the learner's into the form in
which `compare` may hold them against the reference; or it tests what must hold of random results.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import Literal

import numpy as np

from dlprep.model.exercise import Judge
from dlprep.model.value import dataclass
from dlprep.sandbox.frames import Array

MOST_PERMUTED = 7  # columns tried in every order; more are matched greedily
SIGMAS = 5.0  # a right program fails a test of frequencies once in two million times


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
    return np.asarray(np.where(against, -got, got))


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


@dataclass(frozen=True, slots=True)
class Property:
    """Something that must hold of results over many seeds. `value` is its parameter: a rate, a
    mean, a deviation."""

    kind: Literal["mean", "deviation", "zero-rate", "mask-scale", "frequencies"]
    value: float | tuple[float, ...]


def holds(what: Property, results: Sequence[Array], given: Array | None = None) -> bool:
    """Whether a property holds of some results of equal shape, one a seed; `given` is the input
    from which they were made, where the property speaks of it."""
    return all(test for test in _TESTS[what.kind](what, results, given))


def _mean(what: Property, results: Sequence[Array], _: Array | None) -> Iterator[bool]:
    """The mean of all entries, within the error of a mean."""
    entries = np.concatenate([each.ravel() for each in results])
    yield _near(entries.mean(), what.value, entries.std() / np.sqrt(entries.size))


def _deviation(what: Property, results: Sequence[Array], _: Array | None) -> Iterator[bool]:
    """The standard deviation; its error for normal or narrower entries."""
    entries = np.concatenate([each.ravel() for each in results])
    yield _near(entries.std(), what.value, entries.std() / np.sqrt(2 * entries.size))


def _zero_rate(what: Property, results: Sequence[Array], _: Array | None) -> Iterator[bool]:
    """The share of entries that are exactly 0."""
    entries = np.concatenate([each.ravel() for each in results])
    rate = float(np.asarray(what.value))
    yield _near((entries == 0).mean(), rate, np.sqrt(rate * (1 - rate) / entries.size))


def _mask_scale(what: Property, results: Sequence[Array], given: Array | None) -> Iterator[bool]:
    """Entries are 0 or the input times one factor, as inverted dropout makes them; and not all
    seeds give the same mask."""
    assert given is not None
    for each in results:
        kept = each != 0
        yield bool(np.allclose(each[kept], given[kept] * what.value))
    masks = {(each != 0).tobytes() for each in results}
    yield len(masks) > 1 or len(results) == 1


def _frequencies(what: Property, results: Sequence[Array], _: Array | None) -> Iterator[bool]:
    """How often each class was drawn."""
    draws = np.concatenate([each.ravel() for each in results]).astype(int)
    for number, rate in enumerate(np.atleast_1d(what.value)):
        error = np.sqrt(rate * (1 - rate) / draws.size)
        yield _near((draws == number).mean(), float(rate), error)


def _near(got: float, expected: float | tuple[float, ...], error: float) -> bool:
    return bool(abs(got - float(np.asarray(expected))) <= SIGMAS * error + 1e-12)


_TESTS: dict[str, Callable[[Property, Sequence[Array], Array | None], Iterator[bool]]] = {
    "mean": _mean,
    "deviation": _deviation,
    "zero-rate": _zero_rate,
    "mask-scale": _mask_scale,
    "frequencies": _frequencies,
}
