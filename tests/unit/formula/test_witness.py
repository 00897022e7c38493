"""SymPy as a second witness of a derivative: it gets the definitions alone."""

from __future__ import annotations

import pytest

from dlprep import formula
from dlprep.model.derivation import SympyEntry
from dlprep.model.item import Symbol

VECTOR = [
    Symbol(name="z", is_="vector", shape=("K",)),
    Symbol(name="p", is_="vector", shape=("K",)),
    Symbol(name="i", is_="index"),
    Symbol(name="j", is_="index"),
]
MATRIX = [
    Symbol(name="X", is_="matrix", shape=("N", "D")),
    Symbol(name="w", is_="vector", shape=("D",)),
    Symbol(name="L"),
]


def _found(symbols: list[Symbol], given: str, left: str, value: str) -> tuple[SympyEntry, ...]:
    scope = formula.scope_of(formula.slope_table(symbols), formula.Facts(), [given])
    return formula.by_sympy(scope.reading(left), scope.reading(value), scope)


def test_every_entry_is_differentiated_by_itself() -> None:
    """The Jacobian of softmax at two classes, entry by entry."""
    given = "p_i = exp(z_i)/Σ_j exp(z_j)"
    found = _found(VECTOR, given, "∂p_i/∂z_j", "p_i·(δ_{ij} − p_j)")
    assert [each.indices for each in found] == [{"i": i, "j": j} for i in (1, 2) for j in (1, 2)]
    assert found[1].text == "−exp(z₁)·exp(z₂)/(exp(z₁) + exp(z₂))²"
    assert all(each.agrees for each in found)


def test_a_wrong_formula_disagrees_where_it_is_wrong() -> None:
    """Without the Kronecker delta only the diagonal is wrong."""
    given = "p_i = exp(z_i)/Σ_j exp(z_j)"
    found = _found(VECTOR, given, "∂p_i/∂z_j", "−p_i·p_j")
    assert [each.agrees for each in found] == [False, True, True, False]


def test_arrays_are_written_out() -> None:
    """A gradient by a vector has a place for each entry."""
    found = _found(MATRIX, "L = ‖Xw‖²", "∂L/∂w", "2·Xᵀ·X·w")
    assert [each.place for each in found] == [(1,), (2,)]
    assert all(each.agrees for each in found)


@pytest.mark.parametrize(
    ("given", "left", "value"),
    [("L = Σ_i z_i²", "L", "Σ_i z_i²"), ("L = max(z)", "∂L/∂z_j", "z_j")],
    ids=["no-derivative", "a-maximum-of-symbols"],
)
def test_sympy_is_not_asked_what_it_cannot_answer(given: str, left: str, value: str) -> None:
    """What is no derivative, or has no closed form in symbols, has no entries."""
    assert _found([*VECTOR, Symbol(name="L")], given, left, value) == ()
