"""`bank new` writes items that the reader accepts and lint calls unfilled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from banks import CARD, item_file, open_bank

from dlprep.bank.load import load_items
from dlprep.bank.template import new_item
from dlprep.lint.clean import CleanFiles
from dlprep.lint.run import lint
from dlprep.model.item import KINDS
from dlprep.model.message import DlprepError
from dlprep.view.bank import finding_line
from dlprep.view.messages import words


@pytest.mark.parametrize("kind", KINDS)
def test_every_template_is_read(tmp_path: Path, kind: str) -> None:
    """A fresh template has no fault but that it is to be filled in, at its first gap."""
    item_id, place, _ = new_item(tmp_path / "own", kind, "loss.mse", "mine")
    path = Path(place.file)
    (sourced,) = load_items(path).items
    assert load_items(path).faults == ()
    assert (sourced.item.id, sourced.item.kind, sourced.item.leaf) == (item_id, kind, "loss.mse")
    assert (
        path.read_text(encoding="utf-8").splitlines()[(place.line or 0) - 1] == f"- id: {item_id}"
    )
    bank = open_bank(tmp_path)
    codes = {f.message.code for f in lint(bank, [path], clean=CleanFiles(bank, None)).findings}
    assert codes == {"lint.unfilled"}


def _filled(text: str) -> str:
    """A template with some words in each gap, no two alike."""
    words = (f"{one}{two}{three}" for one in "abc" for two in "defgh" for three in "aeiou")
    text = text.replace("topic: …", "topic: gradient").replace('["…"]', '["Bishop 2006, Patterns"]')
    text = text.replace("factor-two-dropped", "mean-missing")
    text = re.sub(r"zh: …", lambda _: f"zh: 文字{next(words)}", text)
    return re.sub(r"en: …", lambda _: f"en: text {next(words)}", text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_template_is_clean_once_its_gaps_are_filled(tmp_path: Path, kind: str) -> None:
    """Until then lint names every gap, once for both languages; an exercise has a solution, too,
    which passes its cases."""
    _, place, solution = new_item(tmp_path / "own", kind, "loss.mse", "mine")
    path = Path(place.file)
    bank = open_bank(tmp_path)

    def said() -> list[str]:
        findings = lint(bank, [path], clean=CleanFiles(bank, None)).findings
        return [finding_line(each, "en").plain.partition("items[0].")[2] for each in findings]

    (line,) = said()
    assert line.startswith("topic: the template has ")
    assert " `…` left to fill in: topic, prompt, explanation, common_mistake, follow_up, " in line
    assert (solution is not None) == (kind in {"code", "torch"})
    path.write_text(_filled(path.read_text(encoding="utf-8")), encoding="utf-8")
    unproved = "kind: warning: PyTorch is not installed"
    planned = "kind: warning: this topic is planned as choice"
    assert [each for each in said() if not each.startswith((unproved, planned))] == []


def test_an_existing_solution_is_left_as_it_is(tmp_path: Path) -> None:
    """Whoever wrote the solution first finds it unchanged."""
    solution = tmp_path / "solutions" / "mine.py"
    solution.parent.mkdir()
    solution.write_text("x = 1\n", encoding="utf-8")
    assert new_item(tmp_path, "code", "loss.mse", "mine").solution == str(solution)
    assert solution.read_text(encoding="utf-8") == "x = 1\n"


def test_a_second_item_is_added_at_the_end(tmp_path: Path) -> None:
    """What is in the file stays as it is."""
    path = tmp_path / "loss" / "mse.yaml"
    path.parent.mkdir()
    path.write_text(item_file(CARD), encoding="utf-8")
    new_item(tmp_path, "choice", "loss.mse", "mine")
    text = path.read_text(encoding="utf-8")
    assert text.startswith(item_file(CARD))
    assert [each.item.id for each in load_items(path).items] == ["loss.mse.units", "loss.mse.mine"]


@pytest.mark.parametrize("text", ["leaf: loss.mse\nitems: [1]\n", "x: [", "items:\n"])
def test_a_file_that_cannot_be_added_to_is_left_alone(tmp_path: Path, text: str) -> None:
    """Rather refuse than damage a file."""
    path = tmp_path / "loss" / "mse.yaml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DlprepError) as problem:
        new_item(tmp_path, "card", "loss.mse", "mine")
    assert "does not end in its list of items" in words(problem.value.messages[0], "en")
    assert path.read_text(encoding="utf-8") == text


def test_a_bad_slug_is_refused(tmp_path: Path) -> None:
    """Ids never change, so they start well."""
    with pytest.raises(DlprepError) as problem:
        new_item(tmp_path, "card", "loss.mse", "My Question")
    assert words(problem.value.messages[0], "en").startswith(
        "`My Question` cannot be part of an id"
    )
