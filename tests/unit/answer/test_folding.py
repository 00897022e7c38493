"""However it is typed, it reads the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.answer.folding import folded, sequence, tokens
from dlprep.answer.spelling import corrected
from dlprep.answer.stem import stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ＢａｔｃｈＮｏｒｍ", "batchnorm"),
        ("梯度會消失", "梯度会消失"),
        ("Normalisation of colours", "normalization of colors"),
        ("saturates", "saturating"),
        ("log-softmax", "log softmax"),
        (r"$\sigma(z_1 - z_0)$", "σ(z₁ − z₀)"),
        (r"\frac{\partial L}{\partial z}", "∂L/∂z"),
        ("sigma(x)", "σ(x)"),
        ("`nn.NLLLoss`", "nn NLLLoss"),
        ("dW = X^T dZ", "dW = Xᵀ dZ"),
        ("X.T δ", "Xᵀδ"),
        ("max(0, 1 − m)", "max(0，1-m)"),
        ("the perceptron's loss", "the perceptron loss"),
        ("O(h²)", "O(h^2)"),
        ("isn’t", "isn't"),
    ],
)
def test_spellings_of_one_thing_fold_together(one: str, other: str) -> None:
    """Width, case, script, LaTeX, endings and spelling leave the tokens as they are."""
    assert sequence(one) == sequence(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("1 − σ", "1 + σ"), ("unstable", "stable"), ("无界", "有界"), ("no_grad", "no grad")],
)
def test_what_differs_stays_apart(one: str, other: str) -> None:
    """Signs, prefixes and names of functions keep their meaning."""
    assert sequence(one) != sequence(other)


@given(st.text(max_size=200))
def test_folding_keeps_every_column(text: str) -> None:
    """The folded text is as long as the text, and tokens stand where they were typed, in order."""
    assert len(folded(text)) == len(text)
    places = [(token.start, token.end) for token in tokens(text)]
    assert places == sorted(places)
    assert all(0 <= start < end <= len(text) for start, end in places)


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_begins_a_word(word: str) -> None:
    """No stem is empty or longer than its word by more than a respelling adds."""
    assert 0 < len(stem(word)) <= len(word) + 1


def test_a_slip_in_a_long_word_is_corrected() -> None:
    """A long word that nearly spells a known one is taken for it."""
    read = corrected(tokens("the convergance slows"), {"convergenc"})
    assert [token.text for token in read] == ["the", "convergenc", "slow"]


@pytest.mark.parametrize("word", ["unstable", "overfitting", "decreases", "gradual"])
def test_another_word_is_no_slip(word: str) -> None:
    """Words that differ at their beginning, or by much, are other words."""
    known = {stem(each) for each in ("stable", "underfitting", "increases", "gradient")}
    assert [token.text for token in corrected(tokens(word), known)] == [stem(word)]
