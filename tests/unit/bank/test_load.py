"""A question file becomes items; what is broken is left out and named with line and path."""

from __future__ import annotations

from pathlib import Path

import pytest
from banks import CARD, CHOICE, NUMERIC, item_file

from dlprep.bank.load import load_items
from dlprep.model.item import Card, Choice, Numeric
from dlprep.model.text import Text
from dlprep.view.messages import words


def load(folder: Path, text: str) -> tuple[list[str], list[str]]:
    """The ids that were read and the faults in words."""
    path = folder / "q.yaml"
    path.write_text(text, encoding="utf-8")
    loaded = load_items(path, "q.yaml")
    ids = [each.item.id for each in loaded.items]
    return ids, [words(message, "en") for message in loaded.faults]


def test_items_are_read_by_kind(tmp_path: Path) -> None:
    """Each item becomes the class of its kind, with the leaf of the file's head."""
    (tmp_path / "q.yaml").write_text(item_file(CARD, CHOICE, NUMERIC), encoding="utf-8")
    items = [each.item for each in load_items(tmp_path / "q.yaml").items]
    card, choice, numeric = items
    assert isinstance(card, Card)
    assert isinstance(choice, Choice)
    assert isinstance(numeric, Numeric)
    assert {each.leaf for each in items} == {"loss.mse"}
    assert card.prompt == Text("单位是什么？", "What is its unit?")
    assert [option.right for option in choice.options] == [True, False, False]
    assert numeric.params["a"].int == (1, 9)
    assert numeric.answer == ("a**2",)


def test_numbers_keep_their_form_where_text_is_expected(tmp_path: Path) -> None:
    """An answer `1e-3` is the expression as written; a parameter is a number."""
    text = NUMERIC.replace("answer: [a**2]", "answer: [1e-3]").replace("[1, 9]", "[1, 9]")
    (tmp_path / "q.yaml").write_text(item_file(text), encoding="utf-8")
    (sourced,) = load_items(tmp_path / "q.yaml").items
    assert isinstance(sourced.item, Numeric)
    assert sourced.item.answer == ("1e-3",)


def test_lines_of_chinese_are_joined_without_a_space(tmp_path: Path) -> None:
    """YAML joins lines by a space, which belongs after no full-width mark; English keeps it."""
    folded = """prompt:
    zh: >-
      先求和。
      再除以
      $N$。
    en: >-
      Sum up.
      Then divide."""
    text = CARD.replace("prompt: {zh: 单位是什么？, en: What is its unit?}", folded)
    (tmp_path / "q.yaml").write_text(item_file(text), encoding="utf-8")
    (sourced,) = load_items(tmp_path / "q.yaml").items
    assert sourced.item.prompt == Text("先求和。再除以 $N$。", "Sum up. Then divide.")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "  topic: units\n",
            "  topik: units\n",
            "q.yaml:5: items[0]: there is no key `topik`; did you mean `topic`?",
        ),
        ("  topic: units\n", "", "q.yaml:3: items[0]: `topic` is missing"),
        (
            "  topic: units\n",
            "  topic: units\n  zzz: 1\n",
            "q.yaml:6: items[0]: there is no key `zzz`; the keys are answer,",
        ),
        (
            "difficulty: 1",
            "difficulty: 9",
            "q.yaml:6: items[0].difficulty: expected 1 to 5, found `9`",
        ),
        (
            "difficulty: 1",
            "difficulty: two",
            "q.yaml:6: items[0].difficulty: expected an integer, found `two`",
        ),
        (
            "difficulty: 1",
            "difficulty: true",
            "q.yaml:6: items[0].difficulty: expected an integer, found `true`",
        ),
        (
            "prompt: {zh: 单位是什么？, en: What is its unit?}",
            "prompt: {zh: 单位是什么？}",
            "q.yaml:8: items[0].prompt: the English text is missing",
        ),
        (
            "prompt: {zh: 单位是什么？, en: What is its unit?}",
            "prompt: {zh: '', en: What is its unit?}",
            "q.yaml:8: items[0].prompt: the Chinese text is missing",
        ),
        (
            "prompt: {zh: 单位是什么？, en: What is its unit?}",
            "prompt: What is its unit?",
            "q.yaml:8: items[0].prompt: expected `{zh: …, en: …}`, found `What is its unit?`",
        ),
        (
            "references: ['Bishop 2006, Pattern Recognition']",
            "references: Bishop 2006",
            "q.yaml:11: items[0].references: expected a list such as `[…]`, found `Bishop 2006`",
        ),
        (
            "references: ['Bishop 2006, Pattern Recognition']",
            "references: [Bishop 2006, null]",
            "q.yaml:11: items[0].references[1]: expected text, found `null` (words such as true",
        ),
        (
            "references: ['Bishop 2006, Pattern Recognition']",
            "references: ['Bishop 2006, Pattern Recognition']\n  reverse: no",
            "q.yaml:12: items[0].reverse: expected true or false, found `no`",
        ),
        (
            "references: ['Bishop 2006, Pattern Recognition']",
            "references: ['Bishop 2006, Pattern Recognition']\n  verified: sure",
            "q.yaml:12: items[0].verified: expected one of computed, derived, tested, reviewed,",
        ),
        (
            "kind: card",
            "kind: cart",
            "q.yaml:4: items[0].kind: expected one of choice, numeric, formula, derivation, code,",
        ),
        ("  kind: card\n", "", "q.yaml:3: items[0]: `kind` is missing"),
        (
            "id: loss.mse.units",
            "id: loss.bce.units",
            "q.yaml:3: items[0].id: the id `loss.bce.units` should start with `loss.mse.`",
        ),
        (
            "id: loss.mse.units",
            "id: loss.mse.Units",
            "q.yaml:3: items[0].id: `loss.mse.Units` is not an id: expected lower-case letters",
        ),
    ],
)
def test_each_fault_is_named_and_the_rest_works(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """A broken item is left out with one fault; the item after it is read."""
    assert old in CARD
    ids, faults = load(tmp_path, item_file(CARD.replace(old, new), CHOICE))
    assert ids == ["loss.mse.gradient"]
    assert [each for each in faults if each.startswith(said)], faults


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Nobody has to mend one fault to see the next."""
    broken = CARD.replace("difficulty: 1", "difficulty: 9").replace("  topic: units\n", "")
    ids, faults = load(tmp_path, item_file(broken, CHOICE.replace("en: right}", "eng: right}")))
    assert ids == []
    assert faults == [
        "q.yaml:3: items[0]: `topic` is missing",
        "q.yaml:5: items[0].difficulty: expected 1 to 5, found `9`",
        "q.yaml:18: items[1].options[0].why: there is no key `eng`; did you mean `en`?",
        "q.yaml:18: items[1].options[0].why: the English text is missing",
    ]


@pytest.mark.parametrize(
    ("params", "said"),
    [
        ("a: {int: [1, 9], choice: [2]}", "the parameter `a` needs exactly one of `choice`"),
        ("a: {step: 1}", "the parameter `a` needs exactly one of `choice`"),
        ("a: {int: [1]}", "expected 2 values, found 1"),
        ("a: {real: [0, .inf]}", "expected a finite number, found `.inf`"),
    ],
)
def test_parameters_can_be_drawn(tmp_path: Path, params: str, said: str) -> None:
    """A parameter that cannot be drawn breaks the item before anyone is asked."""
    ids, faults = load(tmp_path, item_file(NUMERIC.replace("a: {int: [1, 9]}", params)))
    assert ids == []
    assert [each for each in faults if said in each], faults


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "q.yaml: the file is empty; expected `leaf:` and `items:`"),
        ("- 1\n", "q.yaml:1: expected `leaf:` and `items:`, found a list"),
        ("leaf: loss.mse\n", "q.yaml:1: items: expected a list such as `[…]`, found nothing"),
        ("leaf: loss.mse\nitems: [3]\n", "q.yaml:2: items[0]: expected a table of keys, found `3`"),
        ("itmes: []\n", "q.yaml:1: there is no key `itmes`; did you mean `items`?"),
    ],
)
def test_a_file_that_is_no_question_file_says_so(tmp_path: Path, text: str, said: str) -> None:
    """The head of the file is checked like the items."""
    ids, faults = load(tmp_path, text)
    assert ids == []
    assert said in faults


def test_a_missing_file_is_a_fault(tmp_path: Path) -> None:
    """A file that vanished while the bank was read is named, not raised."""
    loaded = load_items(tmp_path / "gone.yaml", "gone.yaml")
    assert [words(each, "en") for each in loaded.faults] == [
        "gone.yaml: cannot be read (there is no such file or folder)"
    ]


def test_neutral_labels_may_be_plain_words(tmp_path: Path) -> None:
    """A case label without words of either language is written once."""
    text = """\
items:
- id: code.affine
  leaf: loss.mse
  kind: code
  topic: units
  difficulty: 1
  frequency: 1
  minutes: 5
  prompt: {zh: 写, en: write}
  explanation: {zh: 乘, en: multiply}
  functions: [{name: affine}]
  inputs: {x: {draw: normal, shape: [3, N]}}
  script: [{call: affine, args: [x], gives: [y]}]
  cases: [{label: N=3, sizes: {N: 3}}, {label: {zh: 空, en: empty}, sizes: {N: 0}}]
"""
    (tmp_path / "q.yaml").write_text(text, encoding="utf-8")
    loaded = load_items(tmp_path / "q.yaml", "q.yaml")
    assert not loaded.faults
    (sourced,) = loaded.items
    labels = [case.label for case in sourced.item.cases]  # type: ignore[attr-defined]
    assert labels == [Text("N=3", "N=3"), Text("空", "empty")]
    assert sourced.item.inputs["x"].shape == ("3", "N")  # type: ignore[attr-defined]


def test_a_place_is_found_for_any_part(tmp_path: Path) -> None:
    """Lint speaks of parts; the line is the part's own, or that of the nearest one written."""
    (tmp_path / "q.yaml").write_text(item_file(CHOICE), encoding="utf-8")
    (sourced,) = load_items(tmp_path / "q.yaml", "q.yaml").items
    assert str(sourced.place("options[1].why.en")) == "q.yaml:11: items[0].options[1].why.en"
    assert str(sourced.place("hint.zh")) == "q.yaml:3: items[0].hint.zh"
    assert str(sourced.place()) == "q.yaml:3: items[0]"
