"""What is different between two checks, and when a file was saved."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from dlprep.model.message import Message
from dlprep.model.report import (
    CaseResult,
    CheckReport,
    ExerciseReport,
    FunctionReport,
    OutputResult,
    Verdict,
)
from dlprep.model.text import Text
from dlprep.practice.watching import Saves, changes
from dlprep.view.messages import words


def report(verdict: Verdict = "wrong", time_ms: float = 1.0, **outputs: Verdict) -> CheckReport:
    results = tuple(OutputResult(name=name, verdict=each) for name, each in outputs.items())
    case = CaseResult(label=Text("N=3", "N=3"), verdict=verdict, outputs=results)
    function = FunctionReport(name="f", verdict=verdict, cases=(case,))
    exercise = ExerciseReport(
        id="code.e",
        verdict=verdict,
        functions=() if verdict == "syntax-error" else (function,),
        time_ms=time_ms,
        reference_time_ms=1.0,
    )
    return CheckReport(file="a.py", seed=1, isolation="L1", exercises=(exercise,))


HALF = report(loss="passed", dz="wrong")
RIGHT = report("passed", loss="passed", dz="passed")
CRASH = report("crash")
BROKEN = report("syntax-error")


def replace_message(given: CheckReport) -> CheckReport:
    """The same outputs with another error."""
    exercise = replace(given.exercises[0], message=Message("check.exit"))
    return replace(given, exercises=(exercise,))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        pytest.param(HALF, RIGHT, "now right: dz", id="mended"),
        pytest.param(RIGHT, HALF, "now wrong: dz", id="broken"),
        pytest.param(
            HALF,
            report(loss="wrong", dz="passed"),
            "now right: dz; now wrong: loss",
            id="both at once",
        ),
        pytest.param(RIGHT, CRASH, "now wrong: f", id="a crash has no outputs"),
        pytest.param(CRASH, RIGHT, "now right: loss, dz", id="after a crash"),
        pytest.param(RIGHT, BROKEN, "now wrong: e", id="a syntax error"),
        pytest.param(BROKEN, RIGHT, "now right: loss, dz", id="after a syntax error"),
        pytest.param(CRASH, HALF, "now right: loss", id="a part is right after a crash"),
        pytest.param(
            HALF,
            replace_message(HALF),
            "changed, still wrong: dz",
            id="another mistake",
        ),
        pytest.param(HALF, report(time_ms=9, loss="passed", dz="wrong"), "", id="only the time"),
    ],
)
def test_what_changed_is_said_in_words(before: CheckReport, after: CheckReport, said: str) -> None:
    """What is right now, what is wrong now, or nothing."""
    assert "; ".join(words(each, "en") for each in changes([before], [after])) == said


def test_a_change_of_language_of_the_same_list() -> None:
    """In Chinese, too."""
    assert [words(each, "zh") for each in changes([HALF], [RIGHT])] == ["dz 现在对了"]
    assert changes([RIGHT], [RIGHT]) == []
    assert isinstance(changes([HALF], [RIGHT])[0], Message)


def test_every_way_of_saving_is_noticed_once(tmp_path: Path) -> None:
    """Written in place, or written beside and put in its place; while it is gone we wait."""
    file = tmp_path / "a.py"
    file.write_text("x = 1\n", encoding="utf-8")
    saves = Saves(lambda: [file])
    assert not saves.happened()
    file.write_text("x = 22\n", encoding="utf-8")
    assert saves.happened()
    assert not saves.happened()
    draft = tmp_path / "draft"
    draft.write_text("x = 33\n", encoding="utf-8")
    file.unlink()
    assert not saves.happened()
    os.replace(draft, file)  # noqa: PTH105 - what editors do
    assert saves.happened()


def test_a_folder_may_gain_and_lose_files(tmp_path: Path) -> None:
    """A named file that is gone does not keep the others from being watched."""
    first, second = tmp_path / "a.py", tmp_path / "b.py"
    first.write_text("x = 1\n", encoding="utf-8")
    folder = Saves(lambda: sorted(tmp_path.glob("*.py")))
    named = Saves(lambda: [first, second])
    assert not folder.others()
    second.write_text("x = 2\n", encoding="utf-8")
    assert folder.others()
    first.unlink()
    assert folder.others()
    assert folder.lost() == []
    assert named.happened()
    assert named.lost() == []  # an editor may be at work
    assert named.lost() == [first]
    second.write_text("x = 33\n", encoding="utf-8")
    assert named.happened()
    first.write_text("x = 1\n", encoding="utf-8")
    assert named.others()
    assert not named.others()
