"""Every coding exercise of the bank: proved in this process, and tried as a learner would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from shipped import settled

from dlprep.bank.load import load_items
from dlprep.check.judge import Trying, fitting
from dlprep.check.material import Material, Task
from dlprep.check.prove import Trusted, prove
from dlprep.check.running.draw import Drawn, draw_cases
from dlprep.check.running.program import Program
from dlprep.check.source.starter import starter
from dlprep.check.source.variants import Variant, variants
from dlprep.model.item import Code
from dlprep.model.report import CONVENTIONS

ROOT = Path(__file__).parents[2]
SOLUTIONS = ROOT / "solutions"


def exercises() -> list[Code]:
    """All of them, in order of name."""
    files = sorted((ROOT / "questions" / "code").glob("*.yaml"))
    items = (sourced.item for file in files for sourced in load_items(file).items)
    return [item for item in items if isinstance(item, Code) and item.kind == "code"]


def solution(exercise: Code) -> Path:
    return SOLUTIONS / f"{exercise.id.removeprefix('code.').replace('-', '_')}.py"


def checked(folder: Path, *files: Path) -> tuple[int, list[str]]:
    """Exit code and verdicts of a run over several files."""
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", *map(str, files), "--json"],
        env=os.environ | {"DLPREP_HOME": settled(folder)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, [each["verdict"] for one in reports for each in one["exercises"]]


@pytest.mark.parametrize("exercise", exercises(), ids=lambda each: each.id)
def test_an_exercise_is_sound(exercise: Code) -> None:
    """The solution passes, the starter fails, every written mistake is named: at another seed
    than that of `bank lint`."""
    faults = prove(exercise, solution(exercise), seed=1)
    assert [(fault.code, str(fault.place), fault.values) for fault in faults] == []


def conventions() -> list[tuple[Code, Variant]]:
    """Every convention that a solution is written in besides its own."""
    return [
        (exercise, form)
        for exercise in exercises()
        for form in variants(solution(exercise).read_text(encoding="utf-8"), "")
        if form.asked
    ]


@pytest.mark.parametrize(
    ("exercise", "form"), conventions(), ids=lambda each: getattr(each, "code", None) or each.id
)
def test_a_quick_look_knows_conventions_as_the_search_does(exercise: Code, form: Variant) -> None:
    """`--quick` looks for no mistake, but what is right by another convention is not wrong."""
    path, names = solution(exercise), {each.name: each.name for each in exercise.functions}
    program = Program(form.source(path.read_text(encoding="utf-8")), path.name)
    quick, full = (
        fitting(
            Trying(Material(Task(exercise, path, names, quick=quick), seed=1), Trusted(program))
        )
        for quick in (True, False)
    )
    assert [(each.name, each.verdict) for each in quick.functions] == [
        (each.name, each.verdict) for each in full.functions
    ]
    told = [[fact for fact in each.facts if fact.code in CONVENTIONS] for each in full.functions]
    assert [[*each.facts] for each in quick.functions] == told


def arrays(value: object, path: str = "") -> Iterator[tuple[str, np.ndarray]]:
    """All arrays of more than one entry in a tree of values, each with its place."""
    match value:
        case dict():
            for name, part in value.items():
                yield from arrays(part, f"{path}.{name}")
        case np.ndarray() if value.size > 1:
            yield path, value


def shown_ends(case: Drawn, program: Program) -> Iterator[tuple[str, int, str]]:
    """Outputs whose first (0) or last (-1) entry is not zero, or not that of an input."""
    given = [array for _, array in arrays(case.inputs)]
    for run in program.run(case):
        for name, output in arrays(run.outputs):
            alike = [each for each in given if each.shape == output.shape]
            for at in (0, -1):
                entry = float(output.flat[at])
                if abs(entry) > 1e-6:
                    yield name, at, "not zero"
                if all(abs(entry - float(each.flat[at])) > 1e-6 for each in alike):
                    yield name, at, "not as it came in"


def passes_on(case: Drawn, program: Program, name: str) -> bool:
    """Whether an output is, where the case gives it, an input as it came in."""
    outputs = [
        output for run in program.run(case) for at, output in arrays(run.outputs) if at == name
    ]
    given = [array for _, array in arrays(case.inputs)]
    return all(any(np.array_equal(output, each) for each in given) for output in outputs)


@pytest.mark.parametrize("exercise", exercises(), ids=lambda each: each.id)
def test_a_loop_that_starts_late_or_ends_early_shows(exercise: Code) -> None:
    """What it leaves out stays zero or as it came in: at every seed some case tells the first
    and the last entry of each output from that, but where the task is to pass an input on."""
    path = solution(exercise)
    program = Program(path.read_text(encoding="utf-8"), path.name)
    named = {
        name
        for case in draw_cases(exercise, 0)
        for run in program.run(case)
        for name, _ in arrays(run.outputs)
    }
    passed_on = {
        name for name in named if all(passes_on(c, program, name) for c in draw_cases(exercise, 0))
    }
    for seed in (*range(8), 9971):  # with 9971 all normal entries of ReLU begin below zero
        plain = [case for case in draw_cases(exercise, seed) if case.case.axis == "value"]
        shown = {found for case in plain for found in shown_ends(case, program)}
        asked = {(name, at, "not zero") for name in named for at in (0, -1)}
        asked |= {(name, at, "not as it came in") for name in named - passed_on for at in (0, -1)}
        assert shown == asked


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_solutions_pass_and_starters_do_not(tmp_path: Path) -> None:
    """The whole way through the command: recognised, run in a child, judged."""
    files = [solution(exercise) for exercise in exercises()]
    assert checked(tmp_path, *files) == (0, ["passed"] * len(files))
    starters = [tmp_path / file.name for file in files]
    for file, bare in zip(files, starters, strict=True):
        bare.write_text(starter(file.read_text(encoding="utf-8")), encoding="utf-8")
    assert checked(tmp_path, *starters) == (1, ["not-implemented"] * len(files))


@pytest.mark.parametrize("exercise", exercises(), ids=lambda each: each.id)
def test_the_libraries_named_as_witnesses_are_asked(exercise: Code) -> None:
    """An exercise that names torch or onnx has its test there, and one that has a test names it."""
    tests = ROOT / "tests" / "witness"
    torch = "".join(each.read_text(encoding="utf-8") for each in tests.glob("test_torch_*.py"))
    onnx = (tests / "test_onnx_cases.py").read_text(encoding="utf-8")
    asked = {
        "torch": f'solution("{exercise.id.removeprefix("code.")}")' in torch,
        "onnx": f'solution("{solution(exercise).stem}")' in onnx,
    }
    assert [name for name, is_asked in asked.items() if is_asked] == list(exercise.witnesses)
