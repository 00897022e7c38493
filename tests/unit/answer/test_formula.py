"""A typed formula is right in any form, wrong by name where its mistake is known."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from dlprep.answer.grade import grade, pose
from dlprep.model.item import Form, Formula, Symbol, WrongFormula
from dlprep.model.text import Text
from dlprep.model.verdict import Graded, NotRead
from dlprep.view.messages import words

NOTHING = Text("x", "x")
ITEM = Formula(
    id="nn.backprop.delta",
    leaf="nn.backprop",
    topic="delta",
    difficulty=2,
    frequency=2,
    prompt=NOTHING,
    explanation=NOTHING,
    symbols=(
        Symbol(name="X", is_="matrix", shape=("N", "D")),
        Symbol(name="p", is_="vector", shape=("N",), domain="unit", aliases=("ŷ",)),
        Symbol(name="y", is_="vector", shape=("N",)),
        Symbol(name="N", domain="natural"),
    ),
    answer="Xᵀ(p − y)/N",
    wrong=(
        WrongFormula(
            code="mean-missing",
            formula="Xᵀ(p − y)",
            why=Text("漏了 $1/N$。", "The factor $1/N$ is missing."),
        ),
    ),
)


def _graded(item: Formula, text: str) -> Graded:
    asked, posed = pose(item, random.Random(0))
    graded = grade(asked, posed, text)
    assert isinstance(graded, Graded)
    return graded


@pytest.mark.parametrize(
    "text",
    [
        "Xᵀ(p − y)/N",
        r"\frac{1}{N} X^\top (\hat{y} - y)",
        "X.T @ (p - y) / N",
        "np.dot(X.T, p - y) / N",
        "∂L/∂w = (1/N) Σ_n X_{nd} (p_n − y_n)",
        "（1／N）Xᵀ（p－y）",
    ],
)
def test_any_right_form_is_right(text: str) -> None:
    """Dialect, order and matrix or entry form do not matter."""
    assert _graded(ITEM, text).right is True


def test_what_was_read_is_echoed() -> None:
    """A person sees the reading, right or wrong."""
    graded = _graded(ITEM, r"\frac{X^\top(p-y)}{N}")
    assert words(graded.notes[0], "en") == "read as $Xᵀ @ (p − y)/N$"
    assert words(graded.notes[0], "zh") == "读作 $Xᵀ @ (p − y)/N$"


def test_a_foreseen_wrong_result_is_named() -> None:
    """The author's name and reason, in whatever form the wrong result is typed."""
    graded = _graded(ITEM, "X.T @ p - X.T @ y")
    assert graded.right is False
    assert (graded.mistake, graded.why) == ("mean-missing", ITEM.wrong[0].why)


def test_a_shape_that_does_not_fit_is_wrong_and_told() -> None:
    """A missing transpose is no reason to ask again; the shapes say what to do."""
    graded = _graded(ITEM, "X(p − y)/N")
    assert (graded.right, graded.mistake) == (False, "transpose-missing")
    assert words(graded.notes[0], "en").endswith("Transpose the left factor?")


def test_a_single_slip_is_told_and_named_where_the_bank_has_its_page() -> None:
    """Unforeseen by the author, found in the key's own tree."""
    graded = _graded(ITEM, "Xᵀ(y − p)/N")
    assert (graded.right, graded.mistake) == (False, "sign-flipped")
    assert words(graded.notes[1], "en") == "it looks as if the overall sign is flipped"
    assert words(graded.notes[1], "zh") == "看起来：整体的符号反了"
    other = _graded(ITEM, "Xᵀ(p − y²)/N")
    assert other.mistake is None
    assert words(other.notes[-1], "en").startswith("with random numbers yours is")


def test_slips_that_cannot_be_told_apart_are_told_as_a_choice() -> None:
    """Not as several mistakes at once."""
    shares = (
        Symbol(name="p", is_="vector", shape=("K",), domain="simplex"),
        Symbol(name="y", is_="vector", shape=("K",), domain="simplex"),
    )
    item = replace(ITEM, symbols=shares, answer="p_j (y_j − Σ_k p_k (p_k − y_k))", wrong=())
    said = _graded(item, "p_j y_j").notes[1]
    assert words(said, "en").startswith(
        "it looks as if the term $Σₖ pₖ·(pₖ − yₖ)$ is missing, or the factor $pₖ$ is missing"
    )
    assert "，或者" in words(said, "zh")


def test_what_cannot_be_read_is_asked_again() -> None:
    """The complaint has the column, and nothing is graded."""
    asked, posed = pose(ITEM, random.Random(0))
    unread = grade(asked, posed, "Xᵀ(q − y)/N")
    assert isinstance(unread, NotRead)
    assert words(unread.message, "en") == "column 4: `q` is not defined"


def test_a_required_form_has_its_own_message() -> None:
    """The right value in the wrong terms is not the answer, and no mistake is named."""
    item = replace(
        ITEM,
        symbols=(Symbol(name="x"), Symbol(name="a", domain="unit")),
        answer="a(1 − a)",
        assume=("a = σ(x)",),
        form=Form(only=("a",)),
        wrong=(),
    )
    assert _graded(item, "a − a²").right is True
    graded = _graded(item, "σ(x)(1 − σ(x))")
    assert graded.right is False
    assert words(graded.notes[-1], "en") == "the value is right, but write it in a only, without x"
    without = replace(item, form=Form(without=("exp",)))
    graded = _graded(without, "exp(-x)/(1+exp(-x))^2")
    assert words(graded.notes[-1], "en") == "the value is right, but write it without exp"


def test_an_undeclared_assumption_is_not_enough() -> None:
    """Equal only for positive x is not equal, unless the question says that x is positive."""
    item = replace(ITEM, symbols=(Symbol(name="x"),), answer="log(x²)", wrong=())
    graded = _graded(item, "2 log x")
    assert graded.right is False
    assert words(graded.notes[-1], "en").startswith("equal to the key only if positive:x")
    positive = replace(item, symbols=(Symbol(name="x", domain="positive"),))
    assert _graded(positive, "2 log x").right is True


def test_what_cannot_be_compared_is_left_to_the_person() -> None:
    """Undecided is never wrong."""
    item = replace(ITEM, symbols=(Symbol(name="x"),), answer="exp(exp(exp(9)))", wrong=())
    graded = _graded(item, "1")
    assert graded.right is None
    assert words(graded.notes[-1], "en").startswith("could not decide")
