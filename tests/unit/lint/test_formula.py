"""Formula items are proved by comparing and differentiating them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dlprep.lint.formula import formulas_are_proved
from dlprep.lint.shelf import Shelf
from dlprep.model.item import Form, Formula, Slope, Symbol, WrongFormula
from dlprep.model.text import Text
from dlprep.view.messages import words

TEXT = Text("x", "x")
ITEM = Formula(
    id="nn.x",
    leaf="nn",
    topic="x",
    difficulty=1,
    frequency=1,
    prompt=TEXT,
    explanation=TEXT,
    symbols=(Symbol(name="x"), Symbol(name="σ", is_="function")),
    answer="σ(x)(1 − σ(x))",
    accepted=("σ(x) − σ(x)²",),
    derivative=Slope(of="σ(x)", by="x"),
    wrong=(WrongFormula(code="value-for-derivative", formula="σ(x)", why=TEXT),),
)
WRONG = ITEM.wrong[0]


def _said(item: Formula) -> list[tuple[str, str]]:
    shelf = object.__new__(Shelf)  # the rule looks at the item alone
    return [(note.path, words(note.message, "en")) for note in formulas_are_proved(item, shelf)]


def test_a_sound_item_is_silent() -> None:
    """Key, accepted forms, wrong results and derivative agree."""
    assert _said(ITEM) == []


@pytest.mark.parametrize(
    ("item", "path", "said"),
    [
        (
            replace(ITEM, derivative=Slope(of="σ(x)", by="x_j")),
            "derivative",
            "`by` must be a name of `symbols` and no entry of it: `x_j`",
        ),
        (
            replace(ITEM, answer="σ(q)", derivative=None),
            "answer",
            "column 3: `q` is not defined",
        ),
        (
            replace(ITEM, accepted=("σ(x)²",)),
            "accepted[0]",
            "`σ(x)²` does not equal the answer",
        ),
        (
            replace(ITEM, wrong=(replace(WRONG, formula="σ(x) − σ(x)^2"),)),
            "wrong[0].formula",
            "the wrong answer `value-for-derivative` equals the key, or cannot be told from it",
        ),
        (
            replace(ITEM, wrong=(WRONG, replace(WRONG, code="other", formula="1/(1+exp(-x))"))),
            "wrong[1].formula",
            "the wrong answers `value-for-derivative` and `other` are equal",
        ),
        (
            replace(ITEM, derivative=Slope(of="tanh(x)", by="x")),
            "derivative",
            "finite differences say that the answer is not the derivative of `tanh(x)` by `x`",
        ),
        (
            replace(ITEM, form=Form(without=("sigmoid",))),
            "form",
            "the value is right, but write it without sigmoid",
        ),
    ],
    ids=["entry", "unread", "accepted", "wrong-is-right", "wrong-twice", "derivative", "form"],
)
def test_what_does_not_hold_is_told_with_its_place(item: Formula, path: str, said: str) -> None:
    """One note, at the field to mend."""
    assert _said(item) == [(path, said)]
