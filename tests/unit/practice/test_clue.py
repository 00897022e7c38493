"""Hints for every kind of question, and none that gives the answer away."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from shipped import BANK

from dlprep.answer.grade import pose
from dlprep.bank.index import Bank
from dlprep.bank.locate import find_roots
from dlprep.model.item import Choice
from dlprep.model.message import Message
from dlprep.practice.clue import clue
from dlprep.practice.quiz import ask
from dlprep.view.messages import words
from dlprep.view.quiz import question_lines

SMALL = Path(__file__).parents[2] / "data" / "quiz_bank"


@pytest.fixture(scope="module")
def shipped() -> Bank:
    return BANK


@pytest.mark.parametrize(
    ("item_id", "said"),
    [
        ("loss.mse.which", "sine is not right"),
        ("nn.backprop.why", "number of points in a full answer: 1"),
        ("nn.backprop.front", None),
    ],
)
def test_a_hint_is_made_where_none_is_written(item_id: str, said: str | None) -> None:
    """From what the question holds."""
    bank = Bank.open(find_roots(str(SMALL)), None)
    made = clue(bank.item(item_id), ("square", "sine", "minus-square", "absolute"))
    assert (words(made, "en") if isinstance(made, Message) else made) == said
    bank.close()


def test_the_written_hint_comes_first() -> None:
    """Nobody knows the question better than its author."""
    bank = Bank.open(find_roots(str(SMALL)), None)
    item = bank.item("loss.mse.gradient")
    assert clue(item, ("no-two", "no-mean", "doubled")) == item.hint
    bank.close()


def test_no_hint_names_a_right_option(shipped: Bank) -> None:
    """In no order of the options, for any question of the bank."""
    for header in shipped.all_headers():
        item = shipped.item(header.id)
        if isinstance(item, Choice):
            _, order = pose(item, random.Random(header.id))
            made = clue(item, order)
            named = made.values.get("option") if isinstance(made, Message) else None
            assert named not in {option.key for option in item.options if option.right}


def test_nearly_every_question_has_a_hint(shipped: Bank) -> None:
    """`h` is worth its key."""
    asked = [shipped.item(h.id) for h in shipped.all_headers() if h.kind not in {"code", "torch"}]
    without = [i.id for i in asked if not clue(i, [o.key for o in getattr(i, "options", ())])]
    assert len(without) < len(asked) / 20, without


def test_the_symbols_of_a_formula_stand_with_its_question_and_are_no_hint(shipped: Bank) -> None:
    """Sizes of arrays are among them; the hint tells what people get wrong."""
    question, _ = ask(shipped, shipped.item("review.hand-derivation.batchnorm-dx"), 1)
    shown = "\n".join(line.plain for line in question_lines(question, "en", 200))
    assert "symbols: g, x̂, γ, s, n, m, N" in shown
    assert isinstance(question.hint, Message)
    assert question.hint.code == "quiz.clue-mistake"
