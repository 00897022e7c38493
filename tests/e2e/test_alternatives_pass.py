"""A right answer passes whatever its build: every alternative goes through `dlprep check`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from alternatives import FILES, NAMES
from shipped import settled

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ROOT = Path(__file__).parents[2]
SEEDS = [1, pytest.param(2, marks=pytest.mark.slow)]
# Right answers that are turned down so far. Strict: whoever mends one takes its line out.
TURNED_DOWN: dict[str, str] = {}
LAYERS = {
    "bn2d_fb/course_style": {"code.bn1d-fb"},
    "lstm_seq_fb/course_steps": {"code.lstm-step-fb"},
    "rnn_seq_fb/course_steps": {"code.rnn-step-fb"},
}

Check = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    """Exit code and reports by file; those of an exercise share one run for each seed."""
    home = tmp_path_factory.mktemp("home")

    @cache
    def run(seed: int, *files: Path) -> tuple[int, dict[str, Any]]:
        options = ["--seed", str(seed), "--timeout", "60", "--json"]
        done = subprocess.run(
            [sys.executable, "-m", "dlprep", "check", *map(str, files), *options],
            env=os.environ | {"DLPREP_HOME": settled(home)},
            capture_output=True,
            text=True,
            timeout=600,
            check=False,
        )
        reports = [json.loads(line) for line in done.stdout.splitlines()]
        return done.returncode, {report["file"]: report for report in reports}

    return run


def verdicts(report: dict[str, Any]) -> dict[str, str]:
    """By function, so that one wrong half does not hide behind the other."""
    exercises = report["exercises"]
    return {f["name"]: f["verdict"] for exercise in exercises for f in exercise["functions"]}


PASSING = [file for file, name in zip(FILES, NAMES, strict=True) if name not in TURNED_DOWN]
TOGETHER = 16  # files of one run, so that no run takes minutes
BATCHES = [PASSING[n : n + TOGETHER] for n in range(0, len(PASSING), TOGETHER)]


def siblings(file: Path) -> list[Path]:
    """Those of the same exercise, which share a run."""
    return [each for each in PASSING if each.parent == file.parent]


ALTERNATIVES = [
    pytest.param(
        file,
        id=name,
        marks=[pytest.mark.xfail(reason=TURNED_DOWN[name], raises=(AssertionError, KeyError))]
        if name in TURNED_DOWN
        else [],
    )
    for file, name in zip(FILES, NAMES, strict=True)
]


def test_those_turned_down_exist() -> None:
    """The list of known refusals names files that are there."""
    assert set(TURNED_DOWN) <= set(NAMES)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("file", ALTERNATIVES)
def test_a_right_answer_passes(file: Path, seed: int, check: Check) -> None:
    """The report names its exercise, of others only layers of the same course that it is built of
    and that are all there, and every function of them has passed."""
    together = next((batch for batch in BATCHES if file in batch), [file])
    _, reports = check(seed, *together)
    report = reports[str(file)]
    exercise = "code." + file.parent.name.replace("_", "-")
    ids = {each["id"] for each in report["exercises"]}
    assert ids == {exercise} | LAYERS.get(f"{file.parent.name}/{file.stem}", set())
    assert set(verdicts(report).values()) == {"passed"}


@pytest.mark.parametrize("seed", SEEDS)
def test_right_answers_end_in_zero(seed: int, check: Check) -> None:
    """A run over right answers only exits with 0."""
    code, reports = check(seed, *BATCHES[0])
    assert (code, len(reports)) == (0, len(BATCHES[0]))
