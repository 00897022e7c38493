"""The shipped bank holds what the outline and the plan promise, without a fault."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from shipped import BANK

from dlprep.bank.locate import item_files
from dlprep.bank.select import Filter
from dlprep.lint import run
from dlprep.lint.clean import CleanFiles
from dlprep.lint.figures import figures_of
from dlprep.lint.rules import solution_is_proved
from dlprep.model.item import KINDS
from dlprep.model.outline import Node
from dlprep.view.bank import finding_line
from dlprep.view.figures import figures_page

ROOT = Path(__file__).parents[2]
PART = 16  # files that are linted in one test
BLANK_LINES = 5  # the most in a row that the source has


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


def test_every_source_item_is_answered_by_questions() -> None:
    """Each word of the outline's source leads over its leaf to a question: no line is left out."""
    asked = {header.leaf for header in BANK.all_headers()}
    unanswered = [
        (each.line, each.item)
        for each in BANK.outline.source_items
        if each.leaf != "dl" and each.leaf not in asked
    ]
    assert unanswered == []


def test_every_line_of_the_source_is_mapped() -> None:
    """From the first heading to the last bullet no line stands without a node or an item; the
    lines left out are blank or rules."""
    lines = {each.line for each in BANK.outline.source_items} | set(_lines(BANK.outline.tree))
    gaps = [range(one + 1, two) for one, two in pairwise(sorted(lines))]
    assert (min(lines), max(lines)) == (2, 261)
    assert max(len(gap) for gap in gaps) <= BLANK_LINES


def _lines(nodes: tuple[Node, ...]) -> Iterator[int]:
    for node in nodes:
        yield from node.source_lines
        yield from _lines(node.children)


def test_the_page_of_figures_is_that_of_the_bank() -> None:
    """`make figures` writes docs/bank.md; whoever adds a question runs it."""
    written = (ROOT / "docs" / "bank.md").read_text(encoding="utf-8")
    assert written == figures_page(figures_of(BANK), "en")


def parts() -> list[tuple[str, tuple[Path, ...]]]:
    """All files of questions by folder, those of a large one in several parts."""
    by_folder: dict[str, list[Path]] = defaultdict(list)
    for file in item_files(BANK.roots):
        by_folder[file.parent.name].append(file)
    return [
        (f"{folder}-{first // PART + 1}", tuple(files[first : first + PART]))
        for folder, files in by_folder.items()
        for first in range(0, len(files), PART)
    ]


def faults(*files: Path) -> list[str]:
    report = run.lint(BANK, files, clean=CleanFiles(BANK, None))
    return [finding_line(fault, "en").plain for fault in report.faults]


@pytest.mark.parametrize("files", [pytest.param(files, id=name) for name, files in parts()])
def test_the_bank_is_clean(files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Lint finds no fault in a part of the shipped questions, looked at one by one. (Exercises are
    proved in test_exercises.py.)"""
    rules = tuple(rule for rule in run.RULES if rule.check is not solution_is_proved)
    assert len(rules) == len(run.RULES) - 1
    monkeypatch.setattr(run, "RULES", rules)
    monkeypatch.setattr(run, "_across", lambda *_: defaultdict(list))  # once, in the next test
    assert faults(*files) == []


def test_the_bank_as_a_whole_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is there anything to say of all questions side by side: none has the id of another, is
    asked twice, gives another away or needs itself in the end."""
    monkeypatch.setattr(run, "RULES", ())
    report = run.lint(BANK, list(item_files(BANK.roots)), clean=CleanFiles(BANK, None))
    assert [finding_line(each, "en").plain for each in report.findings] == []
    assert report.items == len(BANK.places())


def test_every_exercise_is_proved() -> None:
    """They all lie where test_exercises.py looks for them."""
    coded = BANK.all_headers(Filter(kinds=frozenset({"code"})))
    places = BANK.places()
    assert {Path(places[header.id].file).parent.name for header in coded} == {"code"}


def test_the_shipped_bank_says_what_is_needed_first() -> None:
    """A quiz asks for the equations of an LSTM before a question that shows them."""
    needs = set(BANK.needs(["rnn.lstm-gradient.additive-path", "rnn.lstm.equations"]))
    assert ("rnn.lstm-gradient.additive-path", "rnn.lstm.equations") in needs
