"""`dlprep bank …` as a person calls it: what is printed, and the exit code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from banks import CARD, CHOICE, NUMERIC, item_file, write_bank
from rich.cells import cell_len

from dlprep.cli.app import run

Say = Callable[..., tuple[int, str, str]]


@pytest.fixture
def bank(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Say:
    """Calls `dlprep bank` on a small bank, in English."""
    monkeypatch.setenv("DLPREP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DLPREP_LANG", "en")
    monkeypatch.setenv("DLPREP_BANK", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    write_bank(tmp_path, mse=item_file(CARD, CHOICE, NUMERIC))

    def call(*arguments: str) -> tuple[int, str, str]:
        code = run(["bank", *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_lint_of_a_clean_file(bank: Say) -> None:
    """Clean is said in one line."""
    code, out, _ = bank("lint", "questions/loss")
    assert (code, out.splitlines()[-1]) == (0, "✓ files 1 · items 3 · faults 0 · warnings 1")


def test_lint_names_faults_and_answers_1(bank: Say, tmp_path: Path) -> None:
    """Each fault is one line that an editor can jump to."""
    broken = CARD.replace("difficulty: 1", "difficulty: 7")
    (tmp_path / "questions" / "loss" / "mse.yaml").write_text(item_file(broken), encoding="utf-8")
    code, out, _ = bank("lint")
    assert code == 1
    assert out.splitlines() == [
        "questions/loss/mse.yaml:6: items[0].difficulty: expected 1 to 5, found `7`",
        "✗ files 1 · items 0 · faults 1 · warnings 0",
    ]


def test_lint_of_one_file_tells_of_a_broken_registry(bank: Say, tmp_path: Path) -> None:
    """The items of the file may depend on it."""
    (tmp_path / "questions" / "conventions.yaml").write_text("x: [", encoding="utf-8")
    code, out, _ = bank("lint", "questions/loss")
    assert code == 1
    assert out.splitlines()[0].startswith("questions/conventions.yaml:2: this is not YAML")


def test_lint_as_json(bank: Say, tmp_path: Path) -> None:
    """Programs get the place in parts and the sentence in both languages."""
    (tmp_path / "mine.yaml").write_text(item_file(CARD + "  x: 1\n"), encoding="utf-8")
    code, out, _ = bank("lint", "mine.yaml", "--json")
    (finding,) = json.loads(out)["findings"]
    assert code == 1
    assert finding.pop("text").keys() == {"zh", "en"}
    assert finding == {
        "severity": "fault",
        "code": "bank.unknown-key",
        "file": "mine.yaml",
        "line": 12,
        "path": "items[0]",
    }


def test_lint_of_only_changed_files(bank: Say) -> None:
    """A file with a warning counts as not clean and is linted again."""
    bank("lint")
    code, out, _ = bank("lint", "--changed")
    assert (code, out.splitlines()[-1]) == (0, "✓ files 1 · items 3 · faults 0 · warnings 1")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lint", "nope"], "nope: there is no such file or folder"),
        (["lint", "home"], "home: there are no question files (.yaml) here"),
        (["show", "loss.mse.unit"], "there is no item `loss.mse.unit`\n  hint: near it are"),
        (
            ["coverage", "--leaf", "loss.mze"],
            "there is no leaf `loss.mze`\n  hint: near it: loss.mse",
        ),
        (["list", "--kind", "card,crad"], "there is no kind `crad`\n  hint: the kinds are choice,"),
        (["list", "--difficulty", "6"], "the difficulty `6` cannot be read"),
        (["show", "loss.mse.units", "--bank", "none"], "none: there is no such bank folder"),
        (
            ["new", "card", "loss.mse", "units"],
            "the id `loss.mse.units` is taken by questions/loss/mse.yaml:3",
        ),
    ],
)
def test_wrong_calls_are_answered_with_2(
    bank: Say, tmp_path: Path, arguments: list[str], said: str
) -> None:
    """A wrong call says what there is instead."""
    (tmp_path / "home").mkdir()
    code, out, err = bank(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"error: {said}")


def test_coverage_counts_topics_not_items(bank: Say) -> None:
    """Two of the three planned topics have an item of the planned kind."""
    code, out, _ = bank("coverage", "--json")
    told = json.loads(out)
    assert code == 0
    assert (told["covered"], told["planned"]) == (2, 3)
    assert told["kinds"]["choice"] == {"covered": 1, "planned": 2}
    assert told["leaves"][0]["kinds"]["choice"]["missing"] == ["noise"]
    assert told["leaves"][0]["unplanned"] == ["gradient"]


def test_coverage_on_the_screen(bank: Say) -> None:
    """Branches with a bar; with a leaf, what is still missing."""
    rows = [" ".join(row.split()) for row in bank("coverage")[1].splitlines()]
    assert "loss 2/3 ████████░░░░ 66 %" in rows
    out = bank("coverage", "--leaf", "loss.mse")[1]
    assert "choice 1/2  missing\n    · noise" in out


def test_list_and_search(bank: Say) -> None:
    """Lists obey their filters; nothing found is said on the side of talk."""
    _, out, _ = bank("list", "--kind", "card", "--json")
    assert [item["id"] for item in json.loads(out)["items"]] == ["loss.mse.units"]
    assert "loss.mse.gradient" in bank("search", "梯度")[1]
    code, out, err = bank("search", "nowhere")
    assert (code, out) == (0, "")
    assert err.startswith("no item fits")


def test_coverage_tells_what_is_missing(bank: Say) -> None:
    """`--missing` has a line for each planned topic without a question, and how many there are;
    in JSON only the leaves that lack one."""
    code, out, _ = bank("coverage", "--missing")
    assert (code, out.splitlines()) == (
        0,
        ["loss.mse  choice  noise", "topics without a question: 1"],
    )
    (leaf,) = json.loads(bank("coverage", "--missing", "--json")[1])["leaves"]
    assert leaf["leaf"] == "loss.mse"
    assert "还没有题目的主题：1 个" in bank("coverage", "--missing", "--lang", "zh")[1]


def test_coverage_tells_how_items_were_verified(bank: Say) -> None:
    """Totals stand below the kinds, and beside each leaf."""
    rows = [" ".join(row.split()) for row in bank("coverage")[1].splitlines()]
    assert rows[rows.index("by verification items") + 1] == "draft 3"
    assert "Mean squared error 2/3 draft 3" in " ".join(
        bank("coverage", "--leaf", "loss.mse")[1].split()
    )
    told = json.loads(bank("coverage", "--json")[1])
    assert (told["verified"], told["leaves"][0]["verified"]) == ({"draft": 3}, {"draft": 3})


def test_figures_are_a_page_or_json(bank: Say) -> None:
    """Counts by branch and kind in either language, as Markdown or as objects."""
    page = bank("figures")[1]
    assert "| `loss` Loss functions | 2 | 1 | 1 | 1 | 3 |\n" in page
    assert "| **all** | 1 | 33 % |" in page
    assert "| `loss` 损失函数 | 2 | 1 | 1 | 1 | 3 |\n" in bank("figures", "--lang", "zh")[1]
    told = json.loads(bank("figures", "--json")[1])
    assert told["branches"][0]["kinds"] == {"card": 1, "choice": 1, "numeric": 1}
    assert told["lengths"]["en"]["choices"] == 1


def test_show(bank: Say) -> None:
    """An item is shown with its key, or as it is asked."""
    _, out, _ = bank("show", "loss.mse.gradient")
    assert "2e/N" in out
    assert "[mean-missing]" in out
    _, out, _ = bank("show", "loss.mse.gradient", "--no-key")
    assert "[mean-missing]" not in out
    assert "Differentiate" not in out


def test_show_numeric_with_its_numbers(bank: Say) -> None:
    """The same seed shows the same numbers; the key goes with them."""
    _, first, _ = bank("show", "loss.mse.value", "--seed", "3")
    _, again, _ = bank("show", "loss.mse.value", "--seed", "3")
    assert first == again
    told = json.loads(bank("show", "loss.mse.value", "--seed", "3", "--json")[1])
    assert told["prompt"]["en"] != "For an error of ${a}$?"
    assert f"Answer  {told['key'][0]}" in first


def test_show_as_json_without_key(bank: Say) -> None:
    """`--no-key` keeps what would tell the answer."""
    told = json.loads(bank("show", "loss.mse.gradient", "--no-key", "--json")[1])
    assert {"key": "mean", "zh": "$2e/N$", "en": "$2e/N$"} in told["options"]
    assert not told.keys() & {"explanation", "references"}


def test_the_order_of_options_does_not_tell_the_right_one(bank: Say) -> None:
    """Without its key an item has its options in the order of the seed, on the screen and in
    JSON, and not in that of the file, where the right one mostly comes first."""
    first = set()
    for seed in "0123456789":
        shown = ("show", "loss.mse.gradient", "--no-key", "--seed", seed)
        told = [option["en"] for option in json.loads(bank(*shown, "--json")[1])["options"]]
        rows = [row.split() for row in bank(*shown)[1].splitlines()]
        lettered = [row[1] for row in rows if row and row[0] in set("ABC")]
        assert lettered == [text.strip("$") for text in told]
        first.add(told[0])
    assert len(first) == 3


def test_new_writes_into_the_own_folder(bank: Say, tmp_path: Path) -> None:
    """A new item is found by the next command and is to be filled in."""
    code, out, _ = bank("new", "card", "loss.bce", "mine")
    path = tmp_path / "home" / "data" / "questions" / "loss" / "bce.yaml"
    assert code == 0
    assert out.startswith("written to home/data/questions/loss/bce.yaml:3\n")
    assert path.is_file()
    assert "loss.bce.mine" in bank("list")[1]


def test_schema_is_json(bank: Say) -> None:
    """The schema is printed as it is."""
    code, out, _ = bank("schema")
    assert code == 0
    assert json.loads(out)["title"] == "dlprep questions"


def test_both_languages(bank: Say) -> None:
    """Every screen exists in Chinese."""
    assert "合计" in bank("coverage", "--lang", "zh")[1]
    assert "均方误差 · 选择" in bank("show", "loss.mse.gradient", "--lang", "zh")[1]


def test_a_list_shows_how_each_question_begins(bank: Say) -> None:
    """In the person's language, as much as one line holds."""
    code, out, _ = bank("list", "--lang", "zh", "--topic", "loss.mse.units")
    assert (code, out.splitlines()) == (
        0,
        [f"loss.mse.units{' ' * 38}★☆☆☆☆  闪卡", "  单位是什么？", "1 道题"],
    )


@pytest.mark.parametrize("width", ["80", "40"])
def test_a_list_fits_the_window(bank: Say, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    """A long question ends in `…`; nothing is wider than the window."""
    monkeypatch.setenv("COLUMNS", width)
    monkeypatch.delenv("DLPREP_BANK")
    _, out, _ = bank("list", "--topic", "loss", "--lang", "zh")
    assert max(map(cell_len, out.splitlines())) <= int(width)
    assert "…" in out
