"""What lint says of questions together."""

from __future__ import annotations

from pathlib import Path

import pytest
from banks import CARD, CHOICE, item_file, write_bank
from shipped import BANK

from dlprep.bank.index import Bank
from dlprep.lint.clean import CleanFiles
from dlprep.lint.lengths import at_least, standing
from dlprep.lint.run import lint
from dlprep.lint.together import notes_on_lengths, notes_together
from dlprep.model.item import Choice, Option
from dlprep.model.text import Text
from dlprep.view.bank import finding_line

QUESTION = "prompt: {zh: 单位是什么？, en: What is its unit?}"
LONG = (
    "prompt: {zh: 误差的单位和目标的单位是什么关系？, "
    "en: How is the unit of an error related to the target?}"
)
NEARLY = (
    "prompt: {zh: 误差的单位和目标的单位有什么关系？, "
    "en: How is the unit of an error related to a target?}"
)


def found(folder: Path, linted: str, **files: str) -> list[str]:
    """What lint says of one file of a bank."""
    roots = write_bank(folder, **files)
    bank = Bank.open(roots, None)
    path = roots.questions / "loss" / f"{linted}.yaml"
    report = lint(bank, [path], clean=CleanFiles(bank, None))
    lines = (finding_line(finding, "en").plain for finding in report.findings)
    return [line.partition(".yaml:")[2] or line for line in lines]


def other(text: str) -> str:
    return text.replace("loss.mse.units", "loss.mse.other")


def test_a_question_is_asked_once(tmp_path: Path) -> None:
    """Nearly the same prompt in both languages is named, with the other question; also where only
    one of the two is linted."""
    one, again = CARD.replace(QUESTION, LONG), other(CARD).replace(QUESTION, NEARLY)
    said = "8: items[0].prompt: warning: 65% of this prompt is that of `loss.mse.{}`; "
    for linted, name in (("a", "other"), ("b", "units")):
        (line,) = found(tmp_path, linted, a=item_file(one), b=item_file(again))
        assert line.startswith(said.format(name))


def test_questions_that_are_told_apart_may_be_alike(tmp_path: Path) -> None:
    """Who names the other in `confuses` has seen it; another kind of question, or one language
    alone, is none of it."""
    one, again = CARD.replace(QUESTION, LONG), other(CARD).replace(QUESTION, NEARLY)
    apart = again.replace("difficulty: 1", "difficulty: 1\n  confuses: [loss.mse.units]")
    half = other(CARD).replace(QUESTION, NEARLY.partition(", en")[0] + ", en: What is it?}")
    kind = CHOICE.replace("prompt: {zh: 梯度是什么？, en: What is the gradient?}", NEARLY)
    for second in (apart, half, kind):
        assert found(tmp_path, "b", a=item_file(one), b=item_file(second)) == []


def test_no_question_gives_away_another(tmp_path: Path) -> None:
    """The answer of a choice in another prompt is named, unless that question needs the first."""
    answer = CHOICE.replace("$2e/N$", "$2·(e − y)/(N·D)$")
    telling = CARD.replace("en: What is its unit?", "en: 'What is the unit of $2·(e−y)/(N·D)$?'")
    telling = telling.replace("zh: 单位是什么？", "zh: $2·(e−y)/(N·D)$ 的单位是什么？")
    (line,) = found(tmp_path, "b", a=item_file(answer), b=item_file(telling))
    assert line == (
        "8: items[0].prompt: warning: this prompt shows the answer of `loss.mse.gradient`, "
        "`2·(e−y)/(N·D)`; name it in `needs`, so that it is asked first"
    )
    needing = telling.replace("difficulty: 1", "difficulty: 1\n  needs: [loss.mse.gradient]")
    assert found(tmp_path, "b", a=item_file(answer), b=item_file(needing)) == []


def test_no_questions_need_one_another(tmp_path: Path) -> None:
    """A circle of needs is named once, at one of the linted items; a chain is none."""
    first = CARD.replace("difficulty: 1", "difficulty: 1\n  needs: [loss.mse.gradient]")
    second = CHOICE.replace("difficulty: 2", "difficulty: 2\n  needs: [loss.mse.third]")
    third = other(CARD).replace(QUESTION, LONG).replace("other", "third")
    closed = third.replace("difficulty: 1", "difficulty: 1\n  needs: [loss.mse.units]")
    chain = {"a": item_file(first), "b": item_file(second, third)}
    assert found(tmp_path / "chain", "b", **chain) == []
    circle = {"a": item_file(first), "b": item_file(second, closed)}
    ids = ("loss.mse.third", "loss.mse.units", "loss.mse.gradient")
    for linted, begin in (("a", 1), ("b", 0)):
        (line,) = found(tmp_path / linted, linted, **circle)
        named = (*ids[begin:], *ids[:begin], ids[begin])
        said = "needs[0]: warning: these questions need one another, so none can be asked first: "
        assert f"{said}{' → '.join(named)}; take one out of `needs`" in line


def test_a_work_is_cited_in_one_way(tmp_path: Path) -> None:
    """Case, punctuation, a year, a subtitle, other authors beside the first and where it appeared
    make no other work; a section may be added."""
    again = other(CARD).replace(QUESTION, LONG).replace("'Bishop 2006, Pattern Recognition'", "{}")
    for name in (
        "Bishop 2006, Pattern recognition",
        "Bishop 2007, Pattern Recognition",
        "Bishop 2006, Pattern Recognition: An Introduction, §1.2",
        "Bishop et al. 2006, Pattern Recognition, Springer",
    ):
        spelt = again.replace("{}", f"'{name}'")
        (line,) = found(tmp_path, "b", a=item_file(CARD), b=item_file(spelt))
        said = "11: items[0].references[0]: warning: the same work is cited elsewhere as “Bishop 20"
        assert line.startswith(said)
    for place in ("§1.2", "ch. 1", "Table 2 and §3"):
        section = again.replace("{}", f"'Bishop 2006, Pattern Recognition, {place}'")
        assert found(tmp_path, "b", a=item_file(CARD), b=item_file(section)) == []


def choice(name: str, right: str, *wrong: str) -> str:
    """A choice with these English options."""
    options = "".join(
        f"  - {{key: k{n}, zh: '{n} {'字' * len(text)}', en: {text}, why: {{zh: 因, en: as}}"
        f"{', right: true' if text == right else ''}}}\n"
        for n, text in enumerate((right, *wrong))
    )
    head, _, tail = CHOICE.partition("  options:\n")
    tail = tail[tail.index("  explanation") :]
    return f"{head.replace('mse.gradient', f'mse.{name}')}  options:\n{options}{tail}"


def test_the_length_of_options_tells_nothing(tmp_path: Path) -> None:
    """Where always picking the longest would pay, lint says so, of the branch as a whole."""
    telling = [choice(f"q{n}", "xxxx", "x", "xx", "xxx") for n in range(8)]
    lines = found(tmp_path, "a", a=item_file(*telling))
    said = "warning: loss: in {}, picking the longest option is right 8 times of 8 (chance: 2)"
    assert said.format("English") in lines
    assert said.format("Chinese") in lines
    fair = [choice(f"q{n}", "xxx", *["x", "xx", "xxxx", "xxxxx"]) for n in range(8)]
    assert not [line for line in found(tmp_path, "a", a=item_file(*fair)) if "picking" in line]


def _choice(right: str, *wrong: str) -> Choice:
    texts = (right, *wrong)
    return Choice(
        id="a.b.c",
        leaf="a.b",
        topic="t",
        difficulty=1,
        frequency=1,
        prompt=Text("", ""),
        explanation=Text("", ""),
        options=tuple(
            Option(key=str(n), zh=text, en=text, why=Text("", ""), right=n == 0)
            for n, text in enumerate(texts)
        ),
    )


def test_options_of_one_length_share_a_rank() -> None:
    """Who picks the longest of two that are equally long hits it half of the time."""
    stand = standing([_choice("aa", "bb", "c", "d"), _choice("a", "bb", "ccc", "dddd")], "en")
    assert stand == (2, 0.5, 0.5, 1.0, (0.5, 0.5, 0.0, 1.0))


@pytest.mark.parametrize(
    ("hits", "chance"), [(0, 1.0), (1, 1 - 0.75 * 0.5), (2, 0.125), (1.5, 0.125), (3, 0.0)]
)
def test_the_chance_of_that_many_hits(hits: float, chance: float) -> None:
    """Each question is guessed with one in the number of its options."""
    assert at_least(hits, [0.25, 0.5]) == pytest.approx(chance)


def test_the_shipped_bank_stands_together() -> None:
    """No shipped question is asked twice, gives another away, or is told by its length."""

    items = [item for each in BANK.places() if (item := BANK.get(each))]
    assert [(item.id, note.message.code) for item, note in notes_together(items)] == []
    assert list(notes_on_lengths(items)) == []
