"""`dlprep plan`, `dlprep today` and `dlprep` alone."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shipped import settled

from dlprep.cli import app as command_line
from dlprep.cli import words
from dlprep.model.message import ExitCode


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DLPREP_HOME", settled(tmp_path))
    monkeypatch.setenv("DLPREP_LANG", "en")
    words.language.cache_clear()


def test_dlprep_alone_is_todays_page(capsys: pytest.CaptureFixture[str]) -> None:
    """What to do and how to begin, also for somebody new."""
    assert command_line.run([]) == ExitCode.OK
    out = capsys.readouterr().out
    assert "▸ dlprep today" in out
    assert "dlprep plan --date" in out


def test_the_page_is_drawn_without_heavy_libraries(tmp_path: Path) -> None:
    """The first page of the day starts as fast as a quiz."""
    assert command_line.run([]) == ExitCode.OK  # reads the bank into its index
    code = (
        "import sys; from dlprep.cli.app import run; run([]);"
        "print(sorted({'numpy', 'sympy', 'yaml', 'pydantic', 'fsrs'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_plan_is_kept_changed_and_cleared(capsys: pytest.CaptureFixture[str]) -> None:
    """What is not given stays as it was."""
    assert command_line.run(["plan", "--date", "2099-01-15", "--minutes", "25"]) == ExitCode.OK
    assert "15 Jan" in capsys.readouterr().out
    assert command_line.run(["plan", "--topics", "loss", "--json"]) == ExitCode.OK
    plan = json.loads(capsys.readouterr().out)["plan"]
    assert (plan["date"], plan["minutes"], plan["topics"]) == ("2099-01-15", 25, ["loss"])
    assert command_line.run(["plan", "--clear"]) == ExitCode.OK
    assert command_line.run(["plan"]) == ExitCode.USAGE
    assert "there is no date yet" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--date", "soon"], "cannot read the date `soon`"),
        (["--date", "2001-01-01"], "`2001-01-01` has passed"),
        (["--minutes", "20"], "there is no date yet"),
        (["--date", "2099-01-01", "--topics", "xyzzy"], "there are no questions on `xyzzy`"),
    ],
    ids=["no date", "past", "minutes alone", "topic"],
)
def test_a_wrong_plan_says_what_is_wrong(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and nothing is kept."""
    assert command_line.run(["plan", *arguments]) == ExitCode.USAGE
    assert said in capsys.readouterr().err


def test_today_holds_the_cards_and_then_asks(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a pipe the keys are lines; `q` ends it, and what was graded is kept."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("x\n3\nq\n"))
    assert command_line.run(["today", "--minutes", "5"]) == ExitCode.OK
    assert "reviews 1 · remembered 1" in capsys.readouterr().out


def test_todays_agenda_as_json_starts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """Cards by id, and the rest of the work."""
    assert command_line.run(["today", "--json"]) == ExitCode.OK
    agenda = json.loads(capsys.readouterr().out)
    assert agenda["plan"] is None
    assert agenda["cards"]
    assert agenda["quiz"] > 0


def test_stats_are_pictures_json_or_csv(capsys: pytest.CaptureFixture[str]) -> None:
    """And a table that there is not is named with those there are."""
    assert command_line.run(["stats"]) == ExitCode.OK
    assert "Topics" in capsys.readouterr().out
    assert command_line.run(["stats", "--json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out)["retention"] is None
    assert command_line.run(["stats", "--csv", "leaves"]) == ExitCode.OK
    assert capsys.readouterr().out.startswith("leaf,mastery,seen,items\n")
    assert command_line.run(["stats", "--csv", "years"]) == ExitCode.USAGE
    assert "there is no table `years`" in capsys.readouterr().err


def test_a_log_goes_out_and_comes_in_again(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Everything is known already; a missing file and a wrong line are named; all is rebuilt."""
    command_line.run(["plan", "--date", "2099-01-15"])
    file = tmp_path / "log.jsonl"
    assert command_line.run(["log", "export", str(file)]) == ExitCode.OK
    capsys.readouterr()
    assert command_line.run(["log", "import", str(file)]) == ExitCode.OK
    assert "Events: 0 new, 1 there already" in capsys.readouterr().err
    file.write_text("{}\n")
    assert command_line.run(["log", "import", str(file)]) == ExitCode.USAGE
    assert f"{file}:1: this event lacks id" in capsys.readouterr().err
    assert command_line.run(["log", "import", str(tmp_path / "none")]) == ExitCode.USAGE
    assert "cannot be read" in capsys.readouterr().err
    command_line.run(["doctor", "--rebuild"])
    assert "0 cards computed again from the log" in capsys.readouterr().err
