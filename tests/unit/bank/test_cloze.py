"""Formulas with one term hidden."""

from __future__ import annotations

import pytest

from dlprep.bank.cloze import clozes


@pytest.mark.parametrize(
    ("formula", "hidden"),
    [
        pytest.param("p − y", ["p", "y"], id="a sum by its terms"),
        pytest.param("a·(1 − a)·x", ["a", "(1 − a)", "x"], id="a product by its factors"),
        pytest.param("z_i − log(Σ_k exp(z_k))", ["z_i", "log(Σ_k exp(z_k))"], id="brackets hold"),
        pytest.param("y = a·x + b", ["a·x", "b"], id="only the right side"),
        pytest.param("−y·log(p) − q", ["−y·log(p)", "q"], id="a sign in front is no minus"),
        pytest.param("Σ_k y_k·log(p_k)", [], id="a sum over an index is one piece"),
        pytest.param("tanh(x)", [], id="one piece"),
    ],
)
def test_each_outermost_term_can_be_hidden(formula: str, hidden: list[str]) -> None:
    """The blank stands exactly where the term stood."""
    made = clozes(formula)
    assert [term for _, term in made] == hidden
    assert all(shown.replace("▢", term) == formula for shown, term in made)
