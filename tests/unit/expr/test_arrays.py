"""Evaluation of many expressions at many points."""

from __future__ import annotations

import math

import numpy as np
import pytest

from dlprep.expr.arrays import RULES, evaluate
from dlprep.expr.graph import FUNCTIONS, OPERATORS
from dlprep.formula.reader import read_expression


def test_every_operation_has_a_rule() -> None:
    """Arrays know all that scalars know."""
    assert RULES.keys() == OPERATORS | FUNCTIONS.keys()


def test_many_nodes_at_many_points() -> None:
    """One row a node, one column a point."""
    nodes = [read_expression(text, {"x", "y"}) for text in ("x*y", "x - y", "7", "pi")]
    values = evaluate(nodes, {"x": np.array([1.0, 2.0]), "y": np.array([3.0, 5.0])})
    np.testing.assert_array_equal(values, [[3, 10], [-2, -3], [7, 7], [math.pi] * 2])


def test_no_nodes_and_no_names() -> None:
    """Nothing to calculate is no error, and a constant has one point."""
    assert evaluate([], {}).shape == (0, 1)
    assert evaluate([read_expression("2**3")], {}).tolist() == [[8.0]]


@pytest.mark.parametrize("text", ["1/x", "log(x - 1)", "exp(1000*(x + 1))", "x % x", "x // x"])
def test_nothing_raises(text: str) -> None:
    """What has no value is nan or infinite, without a warning."""
    (values,) = evaluate([read_expression(text, {"x"})], {"x": np.zeros(2)})
    assert not np.isfinite(values).any()


def test_sigmoid_and_softplus_do_not_overflow() -> None:
    """The functions of the field are stable at ±1000."""
    nodes = [read_expression(text, {"x"}) for text in ("sigmoid(x)", "softplus(x)")]
    values = evaluate(nodes, {"x": np.array([-1000.0, 1000.0])})
    np.testing.assert_array_equal(values, [[0, 1], [0, 1000]])
