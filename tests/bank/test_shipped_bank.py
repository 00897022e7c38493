"""The shipped bank holds what the outline and the plan promise, without a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from shipped import BANK

from dlprep.bank.locate import item_files
from dlprep.bank.select import Filter
from dlprep.lint import run
from dlprep.lint.clean import CleanFiles
from dlprep.lint.rules import solution_is_proved
from dlprep.model.item import KINDS
from dlprep.view.bank import finding_line


def test_nothing_is_left_out() -> None:
    """Every file of the bank is read whole."""
    assert BANK.faults == ()


def test_the_outline_has_all_leaves() -> None:
    """185 leaves, titled in both languages, each in the plan and no other."""
    leaves = BANK.leaves()
    assert len(leaves) == 185
    assert all(title.zh and title.en for title in leaves.values())
    assert {each.leaf for each in BANK.plan} == set(leaves)


def test_planned_kinds_exist() -> None:
    """The plan speaks of kinds that the bank has."""
    assert {each.kind for each in BANK.plan} <= KINDS.keys()


def test_every_source_item_has_a_leaf() -> None:
    """Each bullet of the outline's source is answered by a leaf (`dl` is the whole field)."""
    named = {each.leaf for each in BANK.outline.source_items}
    assert named - {"dl"} <= BANK.leaves().keys()


def test_the_bank_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lint finds no fault in the shipped questions. (Exercises are proved in test_exercises.py.)"""
    rules = tuple(rule for rule in run.RULES if rule.check is not solution_is_proved)
    assert len(rules) == len(run.RULES) - 1
    monkeypatch.setattr(run, "RULES", rules)
    report = run.lint(BANK, list(item_files(BANK.roots)), clean=CleanFiles(BANK, None))
    assert [finding_line(fault, "en").plain for fault in report.faults] == []


def test_every_exercise_is_proved() -> None:
    """They all lie where test_exercises.py looks for them."""
    coded = BANK.all_headers(Filter(kinds=frozenset({"code"})))
    places = BANK.places()
    assert {Path(places[header.id].file).parent.name for header in coded} == {"code"}


def test_the_shipped_bank_says_what_is_needed_first() -> None:
    """A quiz asks for the equations of an LSTM before a question that shows them."""
    needs = set(BANK.needs(["rnn.lstm-gradient.additive-path", "rnn.lstm.equations"]))
    assert ("rnn.lstm-gradient.additive-path", "rnn.lstm.equations") in needs
