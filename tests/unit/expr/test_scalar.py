"""Evaluation of expressions with `math` alone."""

from __future__ import annotations

import math

import pytest

from dlprep.expr.graph import apply, name, names_in, number
from dlprep.expr.scalar import evaluate
from dlprep.formula.reader import read_expression


def value(text: str, **env: float) -> float:
    return evaluate(read_expression(text, env.keys()), env)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7*7*64", 3136),
        ("2**-1", 0.5),
        ("-2**2", -4),
        ("(64 + 2 - 5)//2 + 1", 31),
        ("10 % 4", 2),
        ("log(e)", 1.0),
        ("sigmoid(0)", 0.5),
        ("relu(-3) + relu(2)", 2),
        ("max(1, 2, 3) - min(4, 5)", -1),
        ("if(2 > 1, 10, 20)", 10),
        ("sign(-7)", -1),
        ("round(2.346, 2)", 2.35),
        ("ceil(30.5) - floor(30.5)", 1),
        ("erf(0) + tanh(0) + sin(0) + cos(0)", 1.0),
        ("sqrt(2)**2", pytest.approx(2)),
        ("2 < 3 and not 3 < 2 or 1 == 2", True),
    ],
)
def test_the_dialect_calculates_as_written(text: str, expected: float) -> None:
    """Each operation of the documented dialect gives its mathematical value."""
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/0", math.inf),
        ("-1/0", -math.inf),
        ("log(0)", -math.inf),
        ("exp(1000)", math.inf),
        ("2**5000", math.inf),
        ("(-10)**401", -math.inf),
        ("0**-1", math.inf),
        ("sigmoid(-1000)", 0.0),
        ("sigmoid(1000)", 1.0),
    ],
)
def test_overflow_is_infinite(text: str, expected: float) -> None:
    """Nothing raises: what is too large is infinite, as in floating-point hardware."""
    assert value(text) == expected


@pytest.mark.parametrize("text", ["0/0", "log(-1)", "sqrt(-1)", "(-8)**(1/3)", "3 % 0", "3 // 0"])
def test_what_has_no_value_is_nan(text: str) -> None:
    """No complex numbers and no exceptions."""
    assert math.isnan(value(text))


def test_whole_numbers_stay_exact() -> None:
    """Parameter counts are whole numbers beyond 2**53."""
    assert value("3**40 + 1") == 3**40 + 1
    assert isinstance(value("3**40 + 1"), int)


def test_the_branch_not_taken_does_not_matter() -> None:
    """A division by zero in the other branch of `if` has no effect."""
    assert value("if(x == 0, 1, sin(x)/x)", x=0) == 1


def test_equal_expressions_are_one_object() -> None:
    """Building twice gives the same node, and 1, 1.0 and True are three."""
    assert apply("add", name("x"), number(1)) is apply("add", name("x"), number(1))
    assert len({number(1), number(1.0), number(True)}) == 3


def test_a_long_sum_needs_no_recursion() -> None:
    """Four thousand terms in a row are no deeper than the stack."""
    node = name("x")
    for _ in range(4000):
        node = apply("add", node, name("x"))
    assert evaluate(node, {"x": 1}) == 4001


def test_the_names_of_an_expression() -> None:
    """Constants are no names."""
    assert names_in(read_expression("a*b + pi", {"a", "b"})) == {"a", "b"}
