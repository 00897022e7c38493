"""Expressions as people write them: Unicode and LaTeX."""

from __future__ import annotations

import pytest

from dlprep.expr.fold import exact
from dlprep.expr.graph import apply, name
from dlprep.expr.latex import latex
from dlprep.expr.pretty import letter, operations, pretty
from dlprep.formula.reader import read_expression

NAMES = {"x", "y", "sigma", "eps", "x_hat"}


@pytest.mark.parametrize(
    ("text", "unicode", "tex"),
    [
        ("x - y/2", "x − y/2", r"x - \frac{y}{2}"),
        ("x/(2*y)", "x/(2·y)", r"\frac{x}{2 \cdot y}"),
        ("x*y/2", "x·y/2", r"\frac{x \cdot y}{2}"),
        ("x*(y/2)", "x·(y/2)", r"x \cdot \frac{y}{2}"),
        ("x - (y - 1)", "x − (y − 1)", r"x - \left(y - 1\right)"),
        ("x + (y - 1)", "x + y − 1", r"x + y - 1"),
        ("-(x + y)", "−(x + y)", r"-\left(x + y\right)"),
        ("-(x*y)", "−x·y", r"-x \cdot y"),
        ("x*-y", "x·(−y)", r"x \cdot \left(-y\right)"),
        ("x**2", "x²", "x^{2}"),
        ("(-x)**3", "(−x)³", r"\left(-x\right)^{3}"),
        ("x**y", "x^y", "x^{y}"),
        ("sqrt(sigma**2 + eps)", "√(σ² + ε)", r"\sqrt{\sigma^{2} + \epsilon}"),
        ("sqrt(x)", "√x", r"\sqrt{x}"),
        ("x_hat*y", "x̂·y", r"\hat{x} \cdot y"),
        ("log(x)/log(2)", "ln(x)/ln(2)", r"\frac{\log\left(x\right)}{\log\left(2\right)}"),
        ("sigmoid(x)", "σ(x)", r"\sigma\left(x\right)"),
        ("softplus(x)", "softplus(x)", r"\operatorname{softplus}\left(x\right)"),
        ("abs(x)", "|x|", r"\left|x\right|"),
        ("2*pi", "2·π", r"2 \cdot \pi"),
        ("x >= 0", "x ≥ 0", r"x \ge 0"),
        ("0.123456789*x", "0.123457·x", r"0.123457 \cdot x"),
        ("1e-5 + x", "1e−05 + x", r"1 \cdot 10^{-5} + x"),
    ],
)
def test_formulas_as_on_paper(text: str, unicode: str, tex: str) -> None:
    """Few parentheses, real minus signs, superscripts, roots and Greek letters."""
    node = read_expression(text, NAMES)
    assert (pretty(node), latex(node)) == (unicode, tex)


@pytest.mark.parametrize(
    ("value", "unicode", "tex"),
    [(0.5, "½", r"\frac{1}{2}"), (3 / 7, "3/7", r"\frac{3}{7}"), (-0.5, "−1/2", r"-\frac{1}{2}")],
)
def test_exact_fractions(value: float, unicode: str, tex: str) -> None:
    """A fraction is shown as one."""
    assert (pretty(exact(value)), latex(exact(value))) == (unicode, tex)


@pytest.mark.parametrize(
    ("word", "unicode", "tex"),
    [
        ("p[0,1]", "p₀₁", "p_{01}"),
        ("x_hat[2]", "x̂₂", r"\hat{x}_{2}"),
        ("gamma[0]", "γ₀", r"\gamma_{0}"),
        ("p[10,2]", "p[10, 2]", "p_{10,2}"),
        ("W1[0,1]", "W1[0, 1]", r"\mathrm{W1}_{01}"),
        ("dx_row", "dx_row", r"\mathrm{dx\_row}"),
    ],
)
def test_entries_of_arrays(word: str, unicode: str, tex: str) -> None:
    """An index is a subscript where one digit an axis says it; W1₀₁ could be misread."""
    assert (letter(word), latex(name(word))) == (unicode, tex)


def test_operations_count_what_is_written() -> None:
    """A shared part counts as often as it is written."""
    part = apply("add", name("x"), name("y"))
    assert operations(apply("mul", part, part)) == 3
