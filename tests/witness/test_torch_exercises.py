"""The exercises in PyTorch, proved where that is installed: solution, starter, every written
mistake, and right answers built in other ways."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from shipped import settled

from dlprep.bank.load import load_items
from dlprep.check.prove import prove
from dlprep.check.source.starter import starter
from dlprep.model.item import Torch

pytest.importorskip("torch")

ROOT = Path(__file__).parents[2]
ANSWERS = sorted((Path(__file__).parent / "torch_answers").glob("*/*.py"))
EXERCISES = [
    sourced.item
    for file in sorted((ROOT / "questions" / "code").glob("torch-*.yaml"))
    for sourced in load_items(file).items
    if isinstance(sourced.item, Torch)
]


def stem(exercise: Torch) -> str:
    return exercise.id.removeprefix("code.").replace("-", "_")


def solution(exercise: Torch) -> Path:
    return ROOT / "solutions" / f"{stem(exercise)}.py"


def checked(home: Path, *files: Path) -> tuple[int, dict[str, dict[str, str]]]:
    """Exit code, and for each file the verdicts by exercise."""
    code, reports = reported(home, *files)
    return code, {
        each["file"]: {one["id"]: one["verdict"] for one in each["exercises"]} for each in reports
    }


def reported(home: Path, *files: Path) -> tuple[int, list[dict[str, Any]]]:
    """Exit code and reports."""
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", *map(str, files), "--json", "--timeout", "60"],
        env=os.environ | {"DLPREP_HOME": settled(home)},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_an_exercise_in_torch_is_sound(exercise: Torch) -> None:
    """The solution passes, the starter fails, every written mistake is named: at another seed
    than that of `bank lint`."""
    faults = prove(exercise, solution(exercise), seed=1)
    assert [(fault.code, str(fault.place), fault.values) for fault in faults] == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_solutions_and_other_right_answers_pass(tmp_path: Path) -> None:
    """The whole way through the command, each file in a confined child."""
    files = {str(solution(each)): each.id for each in EXERCISES}
    files |= {str(each): f"code.{each.parent.name.replace('_', '-')}" for each in ANSWERS}
    passed = {file: {exercise: "passed"} for file, exercise in files.items()}
    assert checked(tmp_path, *map(Path, files)) == (0, passed)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_starters_are_unfinished(tmp_path: Path) -> None:
    """What a person begins with is no answer."""
    expected = {}
    for exercise in EXERCISES:
        file = tmp_path / f"{stem(exercise)}.py"
        file.write_text(starter(solution(exercise).read_text(encoding="utf-8")), encoding="utf-8")
        expected[str(file)] = {exercise.id: "not-implemented"}
    assert checked(tmp_path, *map(Path, expected)) == (1, expected)


@pytest.mark.parametrize("exercise", EXERCISES, ids=lambda each: each.id)
def test_there_are_three_other_right_answers(exercise: Torch) -> None:
    """Written in other ways than the solution."""
    assert sum(each.parent.name == stem(exercise) for each in ANSWERS) >= 3


PRYING = """\
import os
import torch

def tried(what):
    try:
        what()
    except OSError:
        return "refused"
    return "done"

print([
    tried(lambda: open({solution!r}).read()),
    tried(lambda: open(os.path.join(os.path.dirname(torch.__file__), "mine.py"), "w")),
    tried(os.fork),
])

def discriminator_step(generator, discriminator, real, z, optimizer):
    torch.ones(1 << 40)

def generator_step(generator, discriminator, z, optimizer):
    return z.sum().item()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_program_in_torch_is_confined_as_any_other(tmp_path: Path) -> None:
    """The level is that of an exercise in NumPy. From L2 on, solutions cannot be read, nothing can
    be written and no process started; an array that no machine holds is told as memory."""
    plain = tmp_path / "relu.py"
    plain.write_text("def relu_forward(x):\n    return x, x\n", encoding="utf-8")
    prying = tmp_path / "prying.py"
    text = PRYING.format(solution=str(ROOT / "solutions" / "torch_gan_step.py"))
    prying.write_text(text, encoding="utf-8")
    _, (in_numpy,) = reported(tmp_path, plain)
    _, (in_torch,) = reported(tmp_path, prying)
    assert in_torch["isolation"] == in_numpy["isolation"]
    (exercise,) = in_torch["exercises"]
    assert exercise["functions"][0]["verdict"] == "memory"
    if in_torch["isolation"] in {"L2", "L3"}:
        assert exercise["printed"].strip() == str(["refused"] * 3)
