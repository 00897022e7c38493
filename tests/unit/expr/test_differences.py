"""Derivatives by differences are those of calculus, or none where digits were lost."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from dlprep.expr.arrays import Array
from dlprep.expr.differences import PLACES, moves, slopes, steps
from dlprep.expr.fields import FLOAT

Function = Callable[[Array], Array]
POINTS = 4


def _derived(function: Function, given: Array) -> Array:
    """The slopes of a function of one array in all its entries, and at its own shape."""
    step = steps(given, FLOAT)
    around = np.repeat(given, step.shape[1] * PLACES, axis=0)
    around = around + moves(step, given.shape[1:], FLOAT)
    with np.errstate(all="ignore"):
        return slopes(function(around), step, FLOAT)


@pytest.mark.parametrize(
    ("function", "derivative"),
    [
        (np.exp, np.exp),
        (np.sin, np.cos),
        (np.log, lambda x: 1 / x),
        (lambda x: x**5, lambda x: 5 * x**4),
        (lambda x: 1 / (1 + np.exp(-x)), lambda x: np.exp(-x) / (1 + np.exp(-x)) ** 2),
    ],
    ids=["exp", "sin", "log", "power", "sigmoid"],
)
def test_the_slope_of_a_number_is_its_derivative(function: Function, derivative: Function) -> None:
    """To nine digits, in double precision."""
    given = np.linspace(0.3, 2.1, POINTS)
    found = _derived(function, given)
    assert found.shape == (POINTS, 1)
    np.testing.assert_allclose(found[:, 0], derivative(given), rtol=1e-9)


def test_every_entry_of_an_array_has_its_own_slope() -> None:
    """Of Σ xᵢ², the gradient 2x, entry by entry."""
    given = np.random.default_rng(1).normal(size=(POINTS, 2, 3))
    found = _derived(lambda x: (x**2).sum(axis=(1, 2)), given)
    np.testing.assert_allclose(found, 2 * given.reshape(POINTS, 6), rtol=1e-8, atol=1e-10)


def test_values_of_an_array_are_derived_one_by_one() -> None:
    """A Jacobian has an axis for the entries of what is moved, then those of the value."""
    given = np.random.default_rng(2).normal(size=(POINTS, 3))
    matrix = np.arange(6.0).reshape(2, 3)
    found = _derived(lambda x: x @ matrix.T, given)
    assert found.shape == (POINTS, 3, 2)
    np.testing.assert_allclose(found, np.broadcast_to(matrix.T, found.shape), rtol=1e-8, atol=1e-9)


def test_a_step_keeps_the_sign_of_its_entry() -> None:
    """All places around a positive number are positive, so a logarithm of it stays one."""
    given = np.array([1e-3, 0.5, 40.0])
    step = steps(given, FLOAT)
    around = given.repeat(PLACES) + moves(step, (), FLOAT)
    assert (around > 0).all()
    assert (step > 0).all()


def test_at_a_kink_there_is_no_slope() -> None:
    """Four places and six say different things of |x| beside 0: nothing is better than a guess."""
    given = np.array([1e-8])
    assert np.isnan(_derived(np.abs, given)).all()
