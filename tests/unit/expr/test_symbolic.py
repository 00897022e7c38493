"""The bridge to SymPy."""

from __future__ import annotations

import math

import pytest
import sympy

from dlprep.expr.fold import exact
from dlprep.expr.graph import FUNCTIONS, OPERATORS, name
from dlprep.expr.scalar import evaluate
from dlprep.expr.show import show
from dlprep.expr.symbolic import _TO, from_sympy, symbol, to_sympy
from dlprep.formula.reader import read_expression

TEXTS = (
    *("x*y - x/y", "x**-2 + y**x", "exp(-x**2)/sqrt(pi)", "sigmoid(x)*(1 - sigmoid(x))"),
    *("softplus(x) + relu(x - y)", "log1p(x) + expm1(y)", "log2(x) + log10(y)", "abs(x - y)"),
    *("max(x, y, 1) + min(x, y)", "sinh(x)*cosh(y)", "tanh(x) + erf(y)", "sin(x) + cos(y)"),
    *("floor(3*x) + ceil(3*y)", "sign(x - y)*e", "(7*x // 2)*1.5", "-x"),
)


@pytest.mark.parametrize("text", TEXTS)
def test_there_and_back_is_the_same_value(text: str) -> None:
    """SymPy may write it otherwise, never to another value."""
    node = read_expression(text, {"x", "y"})
    env = {"x": 0.7, "y": 1.3}
    back = from_sympy(to_sympy(node))
    assert evaluate(back, env) == pytest.approx(evaluate(node, env), rel=1e-12)


def test_branches_and_comparisons_cross_over() -> None:
    """`if` becomes a Piecewise, on which SymPy can differentiate."""
    there = to_sympy(read_expression("if(x > 0 and not x == 2, x**2, 0)", {"x"}))
    assert there.diff(symbol("x")).subs(symbol("x"), 3) == 6


def test_fractions_and_constants_stay_exact() -> None:
    """½ and π are no floats on the other side."""
    assert to_sympy(exact(0.5)) == sympy.Rational(1, 2)
    assert to_sympy(exact(math.pi / 3)) == sympy.pi / 3
    assert show(from_sympy(sympy.Rational(2, 3) * sympy.pi)) == "2/3 * pi"


def test_every_operation_crosses_over() -> None:
    """There is a word in SymPy for every operation, or a refusal."""
    assert _TO.keys() == OPERATORS | FUNCTIONS.keys()
    with pytest.raises(ValueError, match="SymPy is not asked about this"):
        to_sympy(read_expression("round(x)", {"x"}))


def test_what_the_graph_has_no_word_for_is_refused() -> None:
    """A Bessel function does not come back as something else."""
    with pytest.raises(ValueError, match="no word for besselj"):
        from_sympy(sympy.besselj(0, symbol("x")))


def test_a_name_is_a_real_symbol() -> None:
    """So that |x|² is x² and log of a square is known to be real."""
    assert to_sympy(name("x")) == sympy.Symbol("x", real=True)
