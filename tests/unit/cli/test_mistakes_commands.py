"""`dlprep explain` and `dlprep mistakes` on the shipped bank."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rich.cells import cell_len
from shipped import settled

from dlprep.cli.app import run
from dlprep.model.event import Moment, NewEvent
from dlprep.model.text import LANGS
from dlprep.model.unnamed import Unnamed
from dlprep.store.store import Store
from dlprep.store.unnamed import UnnamedFiles

NOW = 1_700_000_000_000


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person who once forgot the mean, twice in a row, and got it right since."""
    monkeypatch.setenv("DLPREP_HOME", settled(tmp_path))
    monkeypatch.setenv("DLPREP_LANG", "en")
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "data").mkdir()
    with Store.open(tmp_path / "data" / "progress.sqlite3") as store:
        for verdict, mistakes in (
            ("wrong", ["mean-missing"]),
            ("wrong", ["mean-missing"]),
            ("passed", []),
        ):
            payload = {"verdict": verdict, "mistakes": [*mistakes]}
            new = NewEvent(kind="check", subject="code.softmax-ce-fb", payload=payload)
            store.append(Moment(at_ms=NOW, tz_min=0, day=19_675), [new])
    return tmp_path


def test_a_page_says_why_how_to_see_it_and_how_often(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the shortest wrong line beside the right one, and where it occurs."""
    assert run(["explain", "mean-missing"]) == 0
    page = capsys.readouterr().out
    assert page.startswith(" The mean is missing")
    for part in ("[mean-missing]", "why  ", "to see it  ", "✗ │ dmu = mu", "exercises: "):
        assert part in page
    assert "✓ │ dmu = mu / n" in page
    assert "1×, last" in page
    assert "in softmax-ce-fb · right 1× since" in page


@pytest.mark.parametrize("lang", LANGS)
def test_every_page_fits_the_screen(
    lang: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At most one screen, no line wider than 80 columns, formulas without their marks."""
    run(["explain", "--json"])
    listed = json.loads(capsys.readouterr().out)["groups"]
    codes = [each["code"] for group in listed for each in group["mistakes"]]
    assert len(codes) > 100
    for code in [*codes[::20], "mean-missing"]:
        assert run(["explain", code, "--lang", lang]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) <= 23
        assert all(cell_len(line) <= 80 for line in lines)


def test_all_codes_stand_under_their_branch(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once each; those of several topics last; with how often the person made them."""
    assert run(["explain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert " Several topics" in lines
    (row,) = [line for line in lines if " mean-missing " in line]
    assert row.startswith("   1×  mean-missing")
    assert row.endswith("The mean is missing")
    assert "dlprep explain CODE explains one" in lines[-1]


@pytest.mark.parametrize(
    ("word", "near"),
    [
        pytest.param("mean-mising", "mean-missing", id="a slip of the finger"),
        pytest.param("relu-mask", "mask-", id="a part of a code"),
        pytest.param("有一处正负号反了", "sign-flipped", id="its name"),
    ],
)
def test_an_unknown_code_is_told_the_nearest(
    word: str, near: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong call, with codes that may have been meant."""
    assert run(["explain", word]) == 2
    told = capsys.readouterr().err
    assert f"there is no mistake `{word}`" in told
    assert near in told


def test_a_code_that_is_like_none(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Then the list is where to look."""
    assert run(["explain", "zzz"]) == 2
    assert "`dlprep explain` lists them all" in capsys.readouterr().err


def test_a_page_as_json(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both languages, the lines, the places and the person's own count."""
    run(["explain", "mean-missing", "--json"])
    page = json.loads(capsys.readouterr().out)
    assert page["name"]["en"] == "The mean is missing"
    assert page["example"]["wrong"] == "dmu = mu"
    assert "code.softmax-ce-fb" in page["exercises"]
    assert (page["you"]["times"], page["you"]["right_since"], page["you"]["fading"]) == (
        1,
        1,
        False,
    )


def test_the_persons_own_mistakes(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """How often, when, whether they stay away."""
    assert run(["mistakes"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "   1×  The mean is missing  [mean-missing]"
    assert lines[1].endswith("days ago · right 1× since")
    assert run(["mistakes", "--json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)["mistakes"]
    assert (made["code"], made["you"]["subject"]) == ("mean-missing", "code.softmax-ce-fb")


@pytest.mark.parametrize(
    ("lang", "first"),
    [
        ("en", ["   1×  The mean is missing", "       [mean-missing]"]),
        ("zh", ["   1×  漏了取平均  [mean-missing]"]),
    ],
)
def test_a_long_name_goes_on_below_itself(
    lang: str,
    first: list[str],
    home: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """In a narrow window, too, counts stand alone in their column."""
    monkeypatch.setenv("COLUMNS", "40")
    assert run(["mistakes", "--lang", lang]) == 0
    assert capsys.readouterr().out.splitlines()[: len(first)] == first


def test_files_that_nothing_explains(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Listed with where they lie, printed as they were, deleted on request."""
    kept = UnnamedFiles(home / "data" / "unnamed")
    kept.keep(
        Unnamed(
            exercise="code.relu-fb",
            functions=("relu_forward",),
            seed=7,
            at_ms=NOW,
            file="my\x1b[2J answer.py",
            source="def relu_forward(x): return [x]\n",
        )
    )
    run(["mistakes"])
    assert "wrong files that nothing explains: 1" in capsys.readouterr().out
    assert run(["mistakes", "--unnamed"]) == 0
    listed = capsys.readouterr().out
    assert "relu-fb: relu_forward  seed 7" in listed
    assert "\x1b" not in listed
    assert run(["mistakes", "--show", "1"]) == 0
    assert capsys.readouterr().out == "def relu_forward(x): return [x]\n"
    assert run(["mistakes", "--forget", "1"]) == 0
    assert run(["mistakes", "--show", "1"]) == 2
    assert "there is no file 1" in capsys.readouterr().err


def test_a_clean_log_says_where_names_come_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing to list is said in words."""
    monkeypatch.setenv("DLPREP_HOME", settled(tmp_path))
    monkeypatch.setenv("DLPREP_LANG", "en")
    assert run(["mistakes"]) == 0
    assert "No named mistake so far" in capsys.readouterr().out
