"""Derivatives are proved by finite differences in many digits."""

from __future__ import annotations

import pytest

from dlprep.formula import facts, is_slope, reading, table
from dlprep.model.item import Symbol

SYMBOLS = table(
    [
        Symbol(name="X", is_="matrix", shape=("N", "D")),
        Symbol(name="w", is_="vector", shape=("D",)),
        Symbol(name="y", is_="vector", shape=("N",)),
        Symbol(name="z", is_="vector", shape=("K",)),
        Symbol(name="p", is_="vector", shape=("K",)),
        Symbol(name="t", is_="vector", shape=("K",), domain="simplex"),
    ]
)


@pytest.mark.parametrize(
    ("answer", "of", "by", "where", "holds"),
    [
        ("2Xᵀ(Xw − y)", "‖Xw − y‖²", "w", [], True),
        ("Xᵀ(Xw − y)", "‖Xw − y‖²", "w", [], False),
        ("p_j − t_j", "−Σ_k t_k log p_k", "z", ["p = softmax(z)"], True),
        ("t_j − p_j", "−Σ_k t_k log p_k", "z", ["p = softmax(z)"], False),
        ("2(Xw − y)wᵀ", "‖Xw − y‖²", "X", [], True),
    ],
)
def test_a_derivative_is_told_from_what_is_none(
    answer: str, of: str, by: str, where: list[str], holds: bool
) -> None:
    """By vectors and matrices, through names defined by what is differentiated."""
    known = facts(where, SYMBOLS)
    assert is_slope(reading(answer, SYMBOLS), reading(of, SYMBOLS), by, known) is holds
