"""What a check leaves behind: an exit code and events."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from dlprep.model.event import Moment
from dlprep.model.message import ExitCode
from dlprep.model.report import CheckReport, ExerciseReport, FunctionReport, NamedMistake, Verdict
from dlprep.model.text import Text
from dlprep.practice.check import exit_code
from dlprep.practice.record import record
from dlprep.store.store import Store

NOON = Moment(at_ms=1_700_000_000_000, tz_min=0, day=19_675)


def report(*verdicts: Verdict) -> CheckReport:
    mistake = NamedMistake(
        code="mean-missing", confidence="confirmed", output="dz", text=Text("漏", "missing")
    )
    exercises = tuple(
        ExerciseReport(
            id=f"code.e{number}",
            verdict=verdict,
            functions=(
                FunctionReport(
                    name="f",
                    verdict=verdict,
                    cases=(),
                    mistakes=(mistake,) if verdict == "wrong" else (),
                ),
            ),
            time_ms=1.0,
            reference_time_ms=1.0,
        )
        for number, verdict in enumerate(verdicts)
    )
    return CheckReport(file="answer.py", seed=41, isolation="L1", exercises=exercises)


@pytest.mark.parametrize(
    ("verdicts", "code"),
    [
        pytest.param(("passed", "passed"), ExitCode.OK, id="all right"),
        pytest.param(("passed", "wrong"), ExitCode.WRONG, id="the worst counts"),
        pytest.param(("convention",), ExitCode.WRONG, id="another convention"),
        pytest.param(("passed", "not-implemented"), ExitCode.OK, id="unfinished beside finished"),
        pytest.param(("not-implemented", "not-judged"), ExitCode.WRONG, id="nothing judged"),
        pytest.param(("passed", "checker-error"), ExitCode.BUG, id="our own fault"),
    ],
)
def test_a_file_ends_in_the_worst_of_its_exercises(
    verdicts: tuple[Verdict, ...], code: ExitCode
) -> None:
    """What could not be judged counts only where nothing was."""
    assert exit_code([report(*verdicts)]) == code


def test_several_files_end_in_the_worst_of_theirs() -> None:
    """One wrong file among right ones is a wrong run."""
    assert exit_code([report("passed"), report("timeout")]) == ExitCode.WRONG


def test_only_mistakes_with_a_name_are_remembered_as_mistakes(tmp_path: Path) -> None:
    """A line to be repaired or an effect describes one file; nobody makes it again by name."""
    (exercise,) = report("wrong").exercises
    (function,) = exercise.functions
    (mistake,) = function.mistakes
    located = replace(mistake, code="repair", source="repair", line=3)
    both = replace(function, mistakes=(located, mistake))
    given = replace(report("wrong"), exercises=(replace(exercise, functions=(both,)),))
    with Store.open(tmp_path / "progress.sqlite3") as store:
        record(store, NOON, [given])
        (event,) = store.events({"check"})
    assert (event.mistake, event.payload["mistakes"]) == ("mean-missing", ["mean-missing"])


def test_checks_are_remembered_but_not_our_faults(tmp_path: Path) -> None:
    """One event an exercise, with its verdict and the first mistake; none for a checker error."""
    with Store.open(tmp_path / "progress.sqlite3") as store:
        record(store, NOON, [report("wrong", "checker-error"), report("passed")])
        wrong, passed = store.events({"check"})
    assert (wrong.kind, wrong.subject, wrong.mistake) == ("check", "code.e0", "mean-missing")
    assert wrong.payload["mistakes"] == ["mean-missing"]
    assert wrong.payload["functions"] == {"f": "wrong"}
    assert (passed.payload["verdict"], passed.payload["seed"]) == ("passed", 41)
