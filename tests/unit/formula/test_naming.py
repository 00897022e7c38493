"""A wrong formula is told apart by the one slip that gives it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from dlprep.formula import (
    brackets,
    edits,
    everywhere,
    facts,
    matrices,
    naming,
    reading,
    repairs,
    slips,
    table,
)
from dlprep.model.item import Symbol
from dlprep.view.messages import has_text, words

SYMBOLS = table(
    [
        Symbol(name="X", is_="matrix", shape=("N", "D")),
        Symbol(name="G", is_="matrix", shape=("N", "M")),
        Symbol(name="A", is_="matrix", shape=("D", "D")),
        Symbol(name="V_A", is_="matrix", shape=("D", "D")),
        Symbol(name="w", is_="vector", shape=("D",)),
        Symbol(name="r", is_="vector", shape=("N",)),
        Symbol(name="p", is_="vector", shape=("K",), domain="simplex"),
        Symbol(name="y", is_="vector", shape=("K",), domain="one-hot"),
        Symbol(name="z", is_="vector", shape=("K",)),
        Symbol(name="V", is_="matrix", shape=("K", "K")),
        Symbol(name="a", domain="unit"),
        Symbol(name="x"),
        Symbol(name="v", domain="positive"),
        Symbol(name="η", domain="positive"),
        Symbol(name="ε", domain="positive"),
        Symbol(name="f", is_="function"),
    ]
)


@pytest.mark.parametrize(
    ("right", "wrong", "code", "said"),
    [
        ("p − y", "y − p", "sign", "the overall sign is flipped"),
        ("(p − y)/K", "p − y", "size-missing", "the division by $K$ is missing"),
        ("2Xᵀr/N", "Xᵀr/N", "factor", "yours is $1/2$ times the key"),
        ("η x", "x", "over", "the factor $η$ is missing"),
        ("x − η a", "x − a", "factor-dropped", "the factor $η$ is missing"),
        ("x + η a²", "x + η a", "power-dropped", "the power in $a²$ is missing"),
        ("x²+ η a", "x²", "term-dropped", "the term $η·a$ is missing"),
        ("x − η a", "x + η a", "term-sign", "the sign of $η·a$ is flipped"),
        ("x/(√v + ε)", "x/√(v + ε)", "inside-root", "$ε$ belongs outside the root"),
        ("x/√(v + ε)", "x/(√v + ε)", "outside-root", "$ε$ belongs inside the root"),
        ("x/(√v + ε)", "x/(v + ε)", "root-dropped", "the root $√v$ is missing"),
        ("x/η + 2", "√(x/η + 2)", "root-added", "the root of $x/η + 2$ is taken for it"),
        ("x·η", "x + η", "factors-added", "the factors of $x·η$ are added, not multiplied"),
        ("x + η", "x·η", "sum-multiplied", "the terms of $x + η$ are multiplied, not added"),
        ("⌊x/η⌋", "⌈x/η⌉", "other-function", "another function stands for $floor(x/η)$"),
        ("cos(x)", "sin(x)", "other-function", "another function stands for $cos(x)$"),
        ("x a(1−a)", "x a", "factor-dropped", "the factor $1 − a$ is missing"),
        (
            "x f'(η)",
            "x f(η)",
            "value-for-derivative",
            "the derivative $f′(η)$ is meant, not the value",
        ),
        (
            "x f'(η)",
            "x f'(f(η))",
            "derivative-at-output",
            "the function is taken at the output $f′(η)$; it belongs at the input",
        ),
        ("V_{jk} p_k", "V_{kj} p_k", "indices-swapped", "the indices of $Vⱼₖ$ are swapped"),
        (
            "Σ_k V_{jk} p_k",
            "V_{jj} p_j",
            "sum-dropped",
            "only one term of $Σₖ Vⱼₖ·pₖ$ is left (the diagonal)",
        ),
        ("A w", "Aᵀ w", "transposed", "a transpose or the order in $A @ w$ is wrong"),
        ("Xᵀ G", "Gᵀ X", "transposed", "yours is the transpose of the key"),
        ("p_i (δ_ij − p_j)", "−p_i p_j", "term-dropped", "the term $δᵢⱼ$ is missing"),
        (
            "log Σ_k exp(z_k)",
            "Σ_k z_k",
            "log-of-sum-split",
            "the logarithm of a sum is not a sum of logarithms: $ln(Σₖ exp(zₖ))$",
        ),
        ("σ(x) − a", "(σ(x) − a) σ'(x)", "slope-kept", None),
        ("G.sum(axis=0)", "G.mean(axis=0)", "size-twice", "divided by $N$ once too often"),
        ("max(x, ε)", "min(x, ε)", "other-function", None),
        ("x(1 − a)", "x a", "complement", "$a$ and one minus it are mixed up"),
        ("x(a + v)", "x a + v", "bracket-missing", "the parentheses around $a + v$ are missing"),
        ("x/(2v)", "x/2·v", "bracket-missing", "the parentheses around $2·v$ are missing"),
        ("(x + a)²", "x² + a²", "taken-by-terms", "$(x + a)²$ cannot be taken term by term"),
        ("√(v + a)", "√v + √a", "taken-by-terms", "$√(v + a)$ cannot be taken term by term"),
        ("x − a", "x − a + v", "term-added", "the term $v$ is one too many"),
        ("x·v", "x/v", "divided", "multiply by $v$ instead of dividing"),
        ("x a", "tanh(x) a", "function-added", "no function belongs around $x$"),
        ("a(1 − a)", "a − a³", "power-off", "the exponent of $a³$ is off by one"),
        ("A V_A", "A ⊙ V_A", "entrywise", None),
        ("X A", "A Xᵀ", "transposed", "a transpose or the order in $X @ A$ is wrong"),
        ("Σ_k p_k z_k", "Π_k p_k z_k", "sum-multiplied", None),
        ("1 − tanh(x)²", "1", "term-dropped", "the term $tanh(x)²$ is missing"),
    ],
)
def test_the_slip_is_among_the_names(right: str, wrong: str, code: str, said: str | None) -> None:
    """At most three names, the slip that was made among them, in words of both languages."""
    found = slips(reading(wrong, SYMBOLS), reading(right, SYMBOLS))
    assert 1 <= len(found) <= 3
    slip = next(each for each in found if each.code == code)
    assert said is None or words(slip.said, "en") == said
    assert words(slip.said, "zh")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("p − y", "z"), ("Xᵀ r", "w"), ("x", "sin(x)·cos(a)"), ("p_j", "z_j³")],
)
def test_what_no_single_slip_gives_has_no_name(right: str, wrong: str) -> None:
    """No name is better than a wrong one."""
    found = slips(reading(wrong, SYMBOLS), reading(right, SYMBOLS))
    assert [slip.code for slip in found if slip.code != "name-swapped"] == []


def test_one_hot_labels_do_not_hide_a_slip() -> None:
    """y² equals y for one-hot labels; the slip is looked for with soft ones."""
    found = slips(reading("p − y²", SYMBOLS), reading("p − y", SYMBOLS))
    assert [slip.code for slip in found] == ["power-added"]
    known = facts(["Σ_k y_k = 1"], SYMBOLS)
    assert slips(reading("y − p", SYMBOLS), reading("p − y", SYMBOLS), known)[0].code == "sign"


def test_every_kind_of_slip_has_words() -> None:
    """The codes of the edits are those of the texts."""
    source = "".join(
        Path(module.__file__ or "").read_text(encoding="utf-8")
        for module in (brackets, edits, everywhere, matrices, naming)
    )
    codes = set(repairs.SEEN_FROM_THERE.values())
    codes |= set(re.findall(r'yield "([a-z-]+)"', source))
    codes |= set(re.findall(r'Slip\(\s*"([a-z-]+)"', source))
    assert len(codes) > 30
    assert [code for code in sorted(codes - {"transposed"}) if not has_text(f"naming.{code}")] == []
