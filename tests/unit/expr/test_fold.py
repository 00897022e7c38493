"""Building with local folding."""

from __future__ import annotations

import math

import pytest

from dlprep.expr.fold import ONE, TWO, ZERO, add, call, div, exact, kept, mul, neg, power, sub
from dlprep.expr.graph import Node, apply, name, number
from dlprep.expr.show import show

X, Y = name("x"), name("y")


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        (add(X, ZERO), "x"),
        (add(ZERO, X), "x"),
        (add(X, neg(Y)), "x - y"),
        (add(neg(X), Y), "y - x"),
        (add(X, number(-2)), "x - 2"),
        (sub(X, number(-2)), "x + 2"),
        (sub(X, X), "0"),
        (sub(ZERO, X), "-x"),
        (sub(neg(X), Y), "-(x + y)"),
        (sub(X, ZERO), "x"),
        (neg(neg(X)), "x"),
        (neg(sub(X, Y)), "y - x"),
        (mul(ONE, X), "x"),
        (mul(X, ZERO), "0"),
        (mul(neg(X), neg(Y)), "x * y"),
        (mul(number(2), mul(number(3), X)), "6 * x"),
        (mul(number(6), div(X, number(4))), "3/2 * x"),
        (div(div(X, number(2)), number(3)), "x / 6"),
        (div(neg(X), Y), "-(x / y)"),
        (div(ZERO, X), "0"),
        (div(X, ONE), "x"),
        (div(number(2), number(6)), "1/3"),
        (power(X, ONE), "x"),
        (power(X, ZERO), "1"),
        (power(X, exact(0.5)), "sqrt(x)"),
        (power(number(2), number(-2)), "1/4"),
        (call("exp", ZERO), "1"),
        (call("exp", number(-math.inf)), "0"),
        (call("sqrt", number(9)), "3"),
        (call("sqrt", number(8)), "sqrt(8)"),
        (add(X, number(-math.inf)), "-inf"),
        (sub(number(-math.inf), X), "-inf"),
        (sub(X, number(math.inf)), "-inf"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_one_level_is_folded(node: Node, shown: str) -> None:
    """Zeros, ones, signs and exact factors fold; what is shown is all that is left."""
    assert show(node) == shown


@pytest.mark.parametrize("node", [mul(add(X, Y), X), div(X, X), add(X, X), sub(add(X, Y), Y)])
def test_nothing_else_is_rewritten(node: Node) -> None:
    """Terms are neither collected nor cancelled: the structure is the author's."""
    assert node.args


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2.0, "2"),
        (0.5, "1/2"),
        (1 / 3, "1/3"),
        (0.1, "1/10"),
        (math.sqrt(5), "sqrt(5)"),
        (1 / math.sqrt(7), "1 / sqrt(7)"),
        (math.pi / 4, "pi / 4"),
        (-2 * math.pi, "-(2 * pi)"),
        (1e-5, "1e-05"),
        (1e-300, "1e-300"),
        (0.123456789, "0.123456789"),
        (math.inf, "inf"),
    ],
)
def test_a_float_is_read_as_a_person_writes_it(value: float, shown: str) -> None:
    """Fractions, roots and multiples of π, and only where they are this very float."""
    assert show(exact(value)) == shown


def test_a_float_beside_a_fraction_stays_a_float() -> None:
    """The neighbour of 1/3 is no third."""
    near = math.nextafter(1 / 3, 1)
    assert exact(near).value == near


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        (kept("mul", TWO, kept("div", X, TWO)), "2 * (x / 2)"),
        (kept("mul", X, apply("neg", Y)), "x * -y"),
        (kept("sub", ZERO, X), "-x"),
        (kept("mul", ONE, X), "x"),
        (kept("add", TWO, TWO), "4"),
        (kept("sub", X, X), "0"),
        (kept("pow", X, exact(0.5)), "sqrt(x)"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_a_traced_program_keeps_its_steps(node: Node, shown: str) -> None:
    """Only numbers, 0 and 1 are folded, so that x/2 can be found again in 2·(x/2)."""
    assert show(node) == shown
