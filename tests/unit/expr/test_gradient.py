"""Reverse-mode differentiation from graph to graph."""

from __future__ import annotations

import numpy as np
import pytest

from dlprep.expr.arrays import evaluate
from dlprep.expr.gradient import RULES, gradients
from dlprep.expr.graph import FUNCTIONS, OPERATORS, apply, name, number
from dlprep.expr.show import show
from dlprep.formula.reader import read_expression

X, Y = name("x"), name("y")
POINTS = np.array([0.33, 0.57, 0.88])


def slope(text: str) -> str:
    (gradient,) = gradients(read_expression(text, {"x"}), [X])
    return show(gradient)


def test_every_operation_has_a_rule() -> None:
    """Whatever can be built can be differentiated."""
    assert RULES.keys() == OPERATORS | FUNCTIONS.keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x", "1"),
        ("3*x", "3"),
        ("x**2", "2 * x"),
        ("1/x", "-(1 / x / x)"),
        ("exp(x)", "exp(x)"),
        ("log(x)", "1 / x"),
        ("sqrt(x)", "1 / (2 * sqrt(x))"),
        ("tanh(x)", "1 - tanh(x)**2"),
        ("sigmoid(x)", "sigmoid(x) * (1 - sigmoid(x))"),
        ("softplus(x)", "sigmoid(x)"),
        ("relu(x)", "if(x > 0, 1, 0)"),
        ("2**x", "2**x * log(2)"),
        ("floor(x)", "0"),
    ],
)
def test_rules_read_as_in_a_textbook(text: str, expected: str) -> None:
    """Folding leaves the form that people know."""
    assert slope(text) == expected


SMOOTH = (
    *("x*x*x", "x/(1 + x)", "x**x", "2**x", "exp(-x**2)", "expm1(x)", "log(x)", "log1p(x)"),
    *("log2(x)", "log10(x)", "sqrt(x)", "tanh(x)", "sin(x)*cos(x)", "sinh(x)/cosh(x)"),
    *("sigmoid(x)", "softplus(x)", "relu(x - 0.5)", "abs(x - 0.5)", "erf(x)", "sign(x)*x"),
    *("max(x, 0.5, 0.2)", "min(x, 1 - x)", "if(x > 0.5, x**2, x**3)", "(5*x) % 1", "7 % x"),
    *("floor(9*x)*x", "ceil(9*x)*x", "round(x, 1)*x", "(9*x // 1)*x", "(x < 0.5)*x"),
)


@pytest.mark.parametrize("text", SMOOTH)
def test_gradients_equal_central_differences(text: str) -> None:
    """Every rule holds to 1e-6 away from kinks."""
    node = read_expression(text, {"x"})
    (gradient,) = gradients(node, [X])
    h = 1e-6
    (above,), (below,) = (evaluate([node], {"x": POINTS + step}) for step in (h, -h))
    (derived,) = evaluate([gradient], {"x": POINTS})
    np.testing.assert_allclose(derived, (above - below) / (2 * h), rtol=1e-6, atol=1e-8)


def test_many_names_in_one_sweep() -> None:
    """Each name gets its gradient; a name that is not used gets 0."""
    node = read_expression("x*y + y", {"x", "y"})
    assert [show(each) for each in gradients(node, [X, Y, name("z")])] == ["y", "1 + x", "0"]


def test_gradients_with_respect_to_what_lies_between() -> None:
    """An intermediate node is as good as a name: ∂(s²)/∂s = 2·s for s = x + y."""
    s = apply("add", X, Y)
    (gradient,) = gradients(apply("pow", s, number(2)), [s])
    assert show(gradient) == "2 * (x + y)"


def test_a_value_used_twice_collects_both_shares() -> None:
    """f(x) = x·x has gradient x + x."""
    (gradient,) = gradients(apply("mul", X, X), [X])
    assert show(gradient) == "x + x"


def test_a_long_sum_needs_no_recursion() -> None:
    """Four thousand terms are differentiated as two are."""
    node = X
    for _ in range(4000):
        node = apply("add", node, X)
    (gradient,) = gradients(node, [X])
    assert evaluate([gradient], {}).tolist() == [[4001.0]]
