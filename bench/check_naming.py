"""How long naming takes: judging wrong answers in this process, against a right one.

    python bench/check_naming.py [exercise …]

Every mistake written in the solutions is judged, then edits of the solutions that nobody has
written down (every 40th). Times are CPU time in ms beyond a right file's check; medians and the
longest. Mended forms of the file itself are tried here too, which two children do otherwise.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from dlprep.bank.load import load_items
from dlprep.check.edits.editor import Editor
from dlprep.check.edits.rules import MISTAKES
from dlprep.check.judge import Trying
from dlprep.check.material import Material, Task
from dlprep.check.prove import Trusted
from dlprep.check.running.program import SWITCH, Program
from dlprep.model.item import Code
from dlprep.model.report import ExerciseReport

ROOT = Path(__file__).parents[1]
EVERY = 40


def judged(task: Task, program: Program) -> tuple[ExerciseReport, float]:
    """The report on a program by a judge that knows nothing yet, and how long it took."""
    material = Material(task, seed=1)
    gc.collect()  # what the last one left; a judge does not collect while it works
    start = time.process_time()
    report = Trying(material, Trusted(program)).report()
    return report, (time.process_time() - start) * 1e3


def edited(material: Material) -> Iterator[Program]:
    """Some edits of the solution."""
    reference = material.references[0]
    for unit in reference.layout.units:
        if not unit.is_function:
            continue
        editor = Editor(unit)
        found = [each for one in editor.statements for each in editor.of(one, MISTAKES)][::EVERY]
        for number in range(len(found)):
            program = reference.program.patched(editor.board(found))
            program.namespace[SWITCH] = number
            program.source = reference.source
            yield program


def measure(code: Code) -> None:
    """One line for one exercise."""
    solution = ROOT / "solutions" / f"{code.id.removeprefix('code.').replace('-', '_')}.py"
    task = Task(code, solution, {each.name: each.name for each in code.functions})
    material = Material(task, seed=1)
    right = statistics.median(judged(task, material.program)[1] for _ in range(9))
    written, other = [], []
    for form in material.references[0].variants:
        program = Program(form.source(material.solution), solution.name)
        written.append(judged(task, program)[1] - right)
    for program in edited(material):
        report, took = judged(task, program)
        if report.verdict != "passed" and not _is_written(report):
            other.append(took - right)
    print(
        f"{code.id:24} right {right:6.1f}   {_shown('written', written)}   {_shown('other', other)}"
    )


def _is_written(report: ExerciseReport) -> bool:
    named = [each.source for one in report.functions for each in one.mistakes]
    return bool(named) and set(named) <= {"written", "pair"}


def _shown(name: str, times: list[float]) -> str:
    if not times:
        return f"{name} –"
    middle, worst = statistics.median(times), max(times)
    return f"{name} ({len(times)}) +{middle:6.1f}, at most +{worst:7.1f}"


def main(names: list[str]) -> None:
    gc.freeze()
    gc.disable()
    for file in sorted((ROOT / "questions" / "code").glob("*.yaml")):
        if not names or file.stem in names:
            (item,) = (each.item for each in load_items(file).items)
            assert isinstance(item, Code)
            measure(item)


if __name__ == "__main__":
    main(sys.argv[1:])
