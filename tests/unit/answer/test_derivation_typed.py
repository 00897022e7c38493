"""A derivation typed into the quiz is checked as far as it goes; the grade stays the person's."""

from __future__ import annotations

import random

import pytest

from dlprep.answer.grade import grade, pose
from dlprep.model.item import Derivation, DerivationStep, Symbol, WrongFormula
from dlprep.model.text import Text
from dlprep.model.verdict import Graded, NotRead
from dlprep.view.messages import words

SOME = Text("…", "…")
ITEM = Derivation(
    id="der.unit",
    leaf="nn.backprop",
    topic="one unit",
    difficulty=1,
    frequency=1,
    minutes=5,
    prompt=SOME,
    explanation=SOME,
    goal=SOME,
    symbols=(Symbol(name="a", domain="unit"), Symbol(name="y"), Symbol(name="z")),
    given=("a = σ(z)", "L = ½·(a − y)²"),
    steps=(
        DerivationStep(formula="∂L/∂a = a − y", reason=SOME),
        DerivationStep(formula="∂L/∂z = (a − y)·a·(1 − a)", reason=SOME),
    ),
    answer=("∂L/∂a = a − y", "∂L/∂z = (a − y)·a·(1 − a)"),
    wrong=(
        WrongFormula(
            code="activation-slope-missing",
            formula="∂L/∂z = a − y",
            why=Text("漏了 σ 的导数", "the slope of σ is missing"),
        ),
    ),
)


def _graded(text: str) -> Graded:
    asked, posed = pose(ITEM, random.Random(0))
    graded = grade(asked, posed, text)
    assert isinstance(graded, Graded)
    return graded


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("∂L/∂a = a − y; ∂L/∂z = (a − y)·a·(1 − a)", ["✓ right"]),
        ("dL/da = a - y；dL/dz = (a-y)*a*(1-a)", ["✓ right"]),
        ("∂L/∂a = a − y", ["every line holds, but $∂L/∂z$ is still missing"]),
        (
            "∂L/∂z = (a − y)·a·(1 + a)",
            [
                "$∂L/∂z = (a − y)·a·(1 + a)$ does not hold",
                "it looks as if the sign of $a$ is flipped",
            ],
        ),
        ("∂L/∂z = a − y", ["$∂L/∂z = a − y$ does not hold", "the slope of σ is missing"]),
        ("", []),
        ("by the chain rule", []),
    ],
)
def test_the_steps_that_were_typed_are_checked(text: str, said: list[str]) -> None:
    """They stand apart by semicolons; paper and prose are left to the person."""
    graded = _graded(text)
    assert graded.right is None
    assert [words(note, "en") for note in graded.notes] == said
    assert all(words(note, "zh") for note in graded.notes)


@pytest.mark.parametrize("text", ["∂L/∂q = 1", "∂L/∂a = a − y; ∂L/∂q = 1"])
def test_a_step_that_cannot_be_read_is_asked_for_again(text: str) -> None:
    """As a formula is: a misprint must not bring the model answer."""
    unread = grade(*pose(ITEM, random.Random(0)), text)
    assert isinstance(unread, NotRead)
    assert words(unread.message, "en") == "could not read `∂L/∂q = 1`: column 5: `q` is not defined"
    assert words(unread.message, "zh").startswith("没有读懂「∂L/∂q = 1」：")


def test_the_model_answer_is_all_that_was_asked() -> None:
    assert _graded("").key.en == "$∂L/∂a = a − y$; $∂L/∂z = (a − y)·a·(1 − a)$"
