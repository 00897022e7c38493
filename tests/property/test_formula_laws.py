"""Laws of typed formulas: any text is read or refused, and what is echoed means the same."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dlprep.formula import Table, compare, judge_pair, latex_text, reading, table, unicode_text
from dlprep.formula.edits import edits
from dlprep.formula.material import Sides
from dlprep.model.item import Symbol
from dlprep.model.message import DlprepError
from dlprep.view.messages import words

FREE = table(free=True)
DATA = table(
    [
        Symbol(name="X", is_="matrix", shape=("N", "D")),
        Symbol(name="G", is_="matrix", shape=("N", "M"), aliases=("∂L/∂Y",)),
        Symbol(name="W", is_="matrix", shape=("D", "M")),
        Symbol(name="w", is_="vector", shape=("D",)),
        Symbol(name="r", is_="vector", shape=("N",)),
        Symbol(name="p", is_="vector", shape=("K",), domain="simplex"),
        Symbol(name="y", is_="vector", shape=("K",), domain="simplex"),
        Symbol(name="z", is_="vector", shape=("K",)),
        Symbol(name="λ", domain="positive"),
        Symbol(name="f", is_="function"),
    ]
)
SCALAR = (
    "σ(z)(1 − σ(z))",
    "θ − η·m̂/(√v̂ + ε)",
    "β_1 m_{t-1} + (1 − β_1) g_t",
    "−y log p − (1 − y) log(1 − p)",
    "log(σ_2/σ_1) + (σ_1² + (μ_1 − μ_2)²)/(2σ_2²) − 1/2",
    "exp(z_i)/Σ_k exp(z_k)",
    "(1/N) Σ_{n=1}^{N} (x_n − μ)²",
    "Σ_{k=0}^{t-1} ρ^k",
    "p_i(δ_ij − p_j)",
    "max(−δ, min(δ, r))",
    "x if x > 0 else α(e^x − 1)",
    "f'(x) g(x)",
    "∛x + x^{-1/2} + |x − y|^3",
    "⌊(W − F + 2P)/S⌋ + 1",
    "W^{(l)} a^{(l-1)} + b^{(l)}",
    "max_k z_k + log Σ_k e^{z_k − max_j z_j}",
)
ARRAYS = (
    "Xᵀ(Xw − r)/N + 2λw",
    "G Wᵀ ⊙ f'(X)",
    "diag(p) − p pᵀ",
    "‖Xw − r‖² + λ‖W‖_F²",
    "(XᵀX + λI)⁻¹ Xᵀ r",
    "softmax(z) − y",
    "Σ_n X_{nd} r_n",
    "𝟏ᵀ G",
    "X.mean(axis=0)",
    "tr(WᵀW)/‖w‖₁",
    "X[:, 0]·r + w[1]",
    "logsumexp(z) − y·z",
    "X ⊙ (X > 0)",
)
SIGNS = [
    *"xyzpqKNσλΣ∑√|‖()[]{}^_+-*/·⊙@=,.;:'\\&½²ᵢᵀ102 ",
    *("\\frac", "\\sum", "_{", "^{", "\\hat{", "exp", "log", "softmax(", "sum(", "axis=", " if "),
    *(" else ", "np.", ".T", ".sum(", "\\begin{cases}", "\\end{cases}", "\\mathbf{", "∂", "∇"),
    *("\\|", "1[", "𝟏", "max_k", "W", "X", "∏", "(l)", "δ_{ij}", "E[", "KL(", "-=", "\\over", "I"),
]


@pytest.mark.parametrize(
    ("text", "symbols"), [*((t, FREE) for t in SCALAR), *((t, DATA) for t in ARRAYS)]
)
def test_what_is_echoed_reads_back_as_equal(text: str, symbols: Table) -> None:
    """In Unicode and in LaTeX."""
    for echo in (unicode_text, latex_text):
        said = echo(reading(text, symbols))
        assert judge_pair(said, text, symbols).answer == "equal", said


@pytest.mark.parametrize("text", ARRAYS)
def test_a_formula_with_a_slip_is_never_undecided(text: str) -> None:
    """Twenty single slips each: told apart, or another form of the same."""
    right = reading(text, DATA)
    for edit in list(edits(right.node, Sides(right, right)))[:20]:
        wrong = replace(right, node=edit.node)
        try:
            assert compare(wrong, right).answer in {"equal", "different", "equal-if"}, edit
        except ValueError:
            continue  # the slip does not fit the shapes


@given(st.lists(st.sampled_from(SIGNS), max_size=25).map("".join), st.sampled_from([FREE, DATA]))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_or_refused_in_words(text: str, symbols: Table) -> None:
    """Nothing else is raised, and what is read can be echoed."""
    said = _said(text, symbols)
    assert all(said)


@given(st.text(max_size=40))
@settings(max_examples=200, deadline=None)
def test_any_characters_are_read_or_refused(text: str) -> None:
    """Whatever Unicode has."""
    assert all(_said(text, FREE))


def _said(text: str, symbols: Table) -> tuple[str, str]:
    """The echo in Unicode and LaTeX, or the complaint in Chinese and English."""
    try:
        read = reading(text, symbols)
    except DlprepError as refused:
        return words(refused.messages[0], "zh"), words(refused.messages[0], "en")
    return unicode_text(read), latex_text(read)
