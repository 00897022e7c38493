"""Every formula question of the bank grades its key as right in each spelling, and what its author
foresaw as wrong by name."""

from __future__ import annotations

import random

import pytest
from shipped import BANK

from dlprep.answer.grade import grade, pose
from dlprep.bank.select import Filter
from dlprep.formula import latex_text, reading, table, unicode_text
from dlprep.model.item import Formula
from dlprep.model.verdict import Graded

HEADERS = BANK.all_headers(Filter(kinds=frozenset({"formula"})))
FORMULAS = [item for h in HEADERS if isinstance(item := BANK.item(h.id), Formula)]


def _graded(item: Formula, text: str) -> Graded:
    asked, posed = pose(item, random.Random(0))
    graded = grade(asked, posed, text)
    assert isinstance(graded, Graded), graded
    return graded


@pytest.mark.parametrize("item", FORMULAS, ids=lambda item: item.id)
def test_the_key_is_right_in_every_spelling(item: Formula) -> None:
    """As the bank has it, as it is echoed in Unicode and LaTeX, and every accepted form."""
    key = reading(item.answer, table(item.symbols))
    for text in (item.answer, unicode_text(key), latex_text(key), *item.accepted):
        assert _graded(item, text).right is True, text


@pytest.mark.parametrize("item", FORMULAS, ids=lambda item: item.id)
def test_each_foreseen_wrong_result_has_its_name(item: Formula) -> None:
    """The code of the author's list, whatever else it could be called."""
    assert item.wrong
    for wrong in item.wrong:
        graded = _graded(item, wrong.formula)
        assert (graded.right, graded.mistake) == (False, wrong.code)
