"""Rubrics are proved by reading answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from banks import RULED, item_file, write_bank

from dlprep.bank.index import Bank
from dlprep.bank.load import load_items
from dlprep.lint.clean import CleanFiles
from dlprep.lint.run import lint
from dlprep.lint.tricks import good_answers, tricks
from dlprep.model.item import Short
from dlprep.view.bank import finding_line


def said(folder: Path, item: str) -> list[str]:
    """What lint says of a file with this item, in words, without the place."""
    roots = write_bank(folder, mse=item_file(item))
    bank = Bank.open(roots, None)
    report = lint(bank, [roots.questions / "loss" / "mse.yaml"], clean=CleanFiles(bank, None))
    lines = [finding_line(finding, "en").plain for finding in report.findings]
    return [line.partition("items[0].")[2] for line in lines if "warning" not in line]


def test_a_sound_rubric_is_clean(tmp_path: Path) -> None:
    """Nothing is said of a rubric whose answers are graded as they are written."""
    assert said(tmp_path, RULED) == []


CASES = [
    pytest.param(
        ("[[陡的方向|陡方向, 抵消]]", "[['陡的方向|', 抵消]]"),
        "points[0].found_by.zh[0][0]: the term “陡的方向|” has an empty alias",
        id="an alias says something",
    ),
    pytest.param(
        ("[[across the|across it, cancel]]", "[['/across(/', cancel]]"),
        "points[0].found_by.en[0][0]: cannot read this pattern: missing ), unterminated",
        id="a pattern compiles",
    ),
    pytest.param(
        ("[[across the|across it, cancel]]", "[['/(a.*)*b/', cancel]]"),
        "points[0].found_by.en[0][0]: the pattern /(a.*)*b/ could be slow",
        id="a pattern is safe",
    ),
    pytest.param(
        ("    en: gradients cancel across", "    formula: 1/(1 −\n    en: gradients cancel across"),
        "points[0].formula: ",
        id="a formula is read",
    ),
    pytest.param(
        ("      en: [[across the|across it, cancel]]\n", ""),
        "points[0].found_by: the point `cancel` has no English aliases",
        id="both languages have aliases",
    ),
    pytest.param(
        ("zh: 陡方向的梯度互相抵消", "zh: 梯度互相抵消"),
        "points[0].found_by.zh: the evidence of `cancel` is not found in the point's own text",
        id="a point finds itself",
    ),
    pytest.param(
        ("[[across the|across it, cancel]]", "[[across the|across it, cancel], [momentum]]"),
        "points[0].found_by.en: the prompt alone already shows the point `cancel`",
        id="no alias stands in the prompt",
    ),
    pytest.param(
        ("Along it they accumulate", "Along it they add up"),
        "answer.en: the model answer does not get full credit; not found: add (missing)",
        id="the model answer is full",
    ),
    pytest.param(
        ("They cancel across it, and along it they accumulate.", "They cancel across it."),
        "examples[1]: the example is called good but scores 0.50; not found: add (missing)",
        id="a good example is full",
    ),
    pytest.param(
        ("The gradients across the ravine cancel out.", "It is a good method."),
        "examples[3]: the example is called partial but scores 0.00",
        id="a partial example has something",
    ),
    pytest.param(
        ("因为它会调整学习率。", "在陡的方向会抵消。"),
        "examples[4]: the example is called wrong but scores 0.50; not found: add (missing)",
        id="a wrong example has little",
    ),
    pytest.param(
        ("  - {grade: wrong, lang: en, text: It adds noise to the steps.}\n", ""),
        "examples: an example answer in English is missing: wrong",
        id="each grade has an example",
    ),
]


@pytest.mark.parametrize(("change", "message"), CASES)
def test_a_weak_rubric_is_named(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    """The part is told, and what reading an answer by it showed."""
    assert change[0] in RULED
    lines = said(tmp_path, RULED.replace(*change))
    assert [line for line in lines if line.startswith(message)], lines


def test_evidence_that_stands_in_other_topics_is_refused(tmp_path: Path) -> None:
    """A point that good answers of many other topics show is too general to tell anything."""
    others = "".join(
        RULED.replace("loss.mse.why", f"optim.x.{n}").replace(
            "topic: units", "leaf: optim.x\n  topic: u"
        )
        for n in range(4)
    )
    lines = said(tmp_path, RULED + others)
    assert (
        "points[0].found_by.zh: the point `cancel` is also found in good answers of other topics: "
        "optim.x.0, optim.x.1, optim.x.2"
    ) in lines


def test_a_list_of_terms_that_paid_would_be_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If a trick got full credit, lint says which one and how it begins."""
    monkeypatch.setattr("dlprep.answer.rubric.are_sentences", lambda *_: True)
    found = [line for line in said(tmp_path, RULED) if "a mere list of terms" in line]
    start = "points: a mere list of terms gets full credit"
    assert found == [
        f"{start} (Chinese): 陡的方向、陡方向、抵消、平的方向、平方向、累积、超参数",
        f"{start} (English): across the, across it, cancel, along it, along the, accumula",
    ]


def test_every_trick_is_played_in_both_languages(tmp_path: Path) -> None:
    """Pasting, injecting, listing, denying, disowning and shuffling, in Chinese and English."""
    path = tmp_path / "mse.yaml"
    path.write_text(item_file(RULED), encoding="utf-8")
    item = load_items(path).items[0].item
    assert isinstance(item, Short)
    played = {(trick.name, trick.lang) for trick in tricks(item)}
    names = ("pasted", "injected", "listed", "denied", "disowned", "shuffled")
    assert played == {(name, lang) for name in names for lang in ("zh", "en")}
    assert len(good_answers(item)) == 4


def test_denying_denies_every_clause_once(tmp_path: Path) -> None:
    """A clause that denies nothing is denied; one that does is left as it is."""
    path = tmp_path / "mse.yaml"
    path.write_text(item_file(RULED), encoding="utf-8")
    item = load_items(path).items[0].item
    assert isinstance(item, Short)
    denied = [trick.text for trick in tricks(item) if trick.name == "denied"]
    assert "在陡的方向并不会抵消，在平的方向并不会累积，并非所以快。" in denied
    assert any(
        "it is not the case that Across the ravine the gradients cancel" in d for d in denied
    )
