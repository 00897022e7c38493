"""`--explain`: what is said of wrong programs in other people's styles.

A golden file beside each program holds the explanation; `DLPREP_GOLDEN=write` writes them anew,
and the difference is to be read.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dlprep.bank.load import load_items
from dlprep.check.explain import explained
from dlprep.check.grading.compare import Closeness
from dlprep.check.grading.grade import case_result, grade, worst
from dlprep.check.material import Material, Task
from dlprep.check.running.program import Program
from dlprep.model.item import Code
from dlprep.model.report import ExerciseReport, Explanation, FunctionReport
from dlprep.sandbox.frames import PREFIX, Header, Value, lengths, pack, unpack
from dlprep.sandbox.limits import Limits
from dlprep.sandbox.process import EndedError
from dlprep.sandbox.traced import trace_reply
from dlprep.view.messages import words
from dlprep.view.pen import Pen
from dlprep.view.symbols import explanation_json, explanation_lines

ROOT = Path(__file__).parents[3]
PROGRAMS = ROOT / "tests" / "data" / "explained"
EXERCISES = {
    "adam": "adam-adamw",
    "bce_loop": "bce-logits-grad",
    "affine_linalg": "affine-fb",
    "bn_staged": "bn1d-fb",
    "ce_mse": "ce-plus-mse",
    "conv_start": "conv2d-naive",
    "lstm": "lstm-step-fb",
    "rnn": "rnn-step-fb",
    "rnn_rows": "rnn-step-fb",
    "sdpa": "sdpa-fwd",
    "softmax": "softmax-ce-fb",
    "two_layer": "two-layer-net",
    "two_layer_early": "two-layer-net",
}
Tampering = Callable[[Header, Value], tuple[Header, Value]]


class Child:
    """A child that is none: the program runs here, but everything it says crosses as frames."""

    def __init__(self, source: bytes, tamper: Tampering) -> None:
        self.source = source
        self.tamper = tamper
        self.answer: tuple[Header, Value] = {}, None

    def send(self, frame: bytes) -> None:
        reply = trace_reply(self.source, "program.py", opened(frame))
        self.answer = opened(pack(*self.tamper(*reply)))

    def receive(self, *_: Any) -> tuple[Header, Value]:
        return self.answer


def opened(frame: bytes) -> tuple[Header, Value]:
    head, _ = lengths(frame[: PREFIX.size], 1 << 24)
    return unpack(frame[PREFIX.size :][:head], frame[PREFIX.size + head :])


def untouched(header: Header, value: Value) -> tuple[Header, Value]:
    return header, value


def reported(name: str, tamper: Tampering = untouched) -> ExerciseReport:
    """The report on a program, with explanations."""
    source = (PROGRAMS / f"{name}.py").read_bytes()
    slug = EXERCISES[name]
    (sourced,) = load_items(ROOT / "questions" / "code" / f"{slug}.yaml").items
    assert isinstance(sourced.item, Code)
    names = {each.name: each.name for each in sourced.item.functions}
    solution = ROOT / "solutions" / f"{slug.replace('-', '_')}.py"
    task = Task(sourced.item, solution, names, explained=True)
    program = Program(source.decode(), "program.py")
    bench: Any = SimpleNamespace(
        ask=lambda drawn, *_: program.run(drawn), first=Child(source, tamper), limits=Limits()
    )
    (made,) = explained([task], [judged(task, program)], bench, 1)
    return made


def judged(task: Task, program: Program) -> ExerciseReport:
    """The report without anything named: that is not what is tried here, and takes longer."""
    material = Material(task, 1)
    trials = [
        grade(drawn, material.reference(drawn), program.run(drawn), Closeness(task.code.tolerance))
        for drawn in material.cases(0)
    ]
    functions = []
    for each in task.code.functions:
        cases = tuple(filter(None, (case_result(trial, each.name) for trial in trials)))
        verdict = worst(case.verdict for case in cases)
        functions.append(FunctionReport(name=each.name, verdict=verdict, cases=cases))
    return ExerciseReport(
        id=task.code.id,
        verdict="wrong",
        functions=tuple(functions),
        time_ms=0,
        reference_time_ms=0,
    )


def explanations(report: ExerciseReport) -> list[Explanation]:
    return [each.explanation for each in report.functions if each.explanation is not None]


@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_the_explanation_reads_as_it_should(name: str) -> None:
    """In the learner's own names: the wrong entry, the right one, and the first wrong step."""
    lines = explanation_lines(Pen("en", 80), reported(name).functions)
    shown = "".join(f"{line.plain}\n" for line in lines)
    golden = PROGRAMS / f"{name}.txt"
    if os.environ.get("DLPREP_GOLDEN") == "write":
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_the_values_are_those_of_the_sizes_shown() -> None:
    """JSON has the same, with the index and the line as numbers."""
    report = reported("lstm")
    (explanation,) = explanations(report)
    made = explanation_json(explanation, "en")
    assert made is not None
    assert made["sizes"] == {"N": 3, "D": 7, "H": 5}
    assert made["refused"] is None
    (step,) = [each for each in explanation.steps if not each.is_right]
    assert (step.name, step.of, step.line) == ("dc", "next_c", 25)
    assert step.entry is not None
    assert step.entry.index == (0, 0)


def refused(name: str, tamper: Tampering) -> str:
    """Why there is no explanation."""
    (explanation,) = explanations(reported(name, tamper))
    assert explanation.refused is not None
    assert explanation.entries == explanation.steps == ()
    return words(explanation.refused, "en")


def with_changed(change: Callable[[dict[str, Any]], object]) -> Tampering:
    def tamper(header: Header, value: Value) -> tuple[Header, Value]:
        change(value)
        return header, value

    return tamper


UNREADABLE = "no explanation in symbols: what the program sent back cannot be read"


@pytest.mark.parametrize(
    "tamper",
    [
        pytest.param(lambda header, _: (header, None), id="nothing"),
        pytest.param(lambda _, value: ({"kind": "ok"}, value), id="another kind"),
        pytest.param(lambda header, value: ({**header, "kind": 7}, value), id="a wrong kind"),
        pytest.param(lambda _, __: ({"kind": "refused", "what": 7}, None), id="a number for words"),
        pytest.param(with_changed(lambda v: v.pop("graph")), id="no graph"),
        pytest.param(with_changed(lambda v: v["graph"].pop("ops")), id="no operations"),
        pytest.param(with_changed(lambda v: v["graph"]["args"].fill(10**6)), id="rows beyond"),
        pytest.param(with_changed(lambda v: v.update(outputs=[1])), id="outputs no table"),
        pytest.param(with_changed(lambda v: v["outputs"].update(db="x")), id="text for rows"),
        pytest.param(with_changed(lambda v: v["outputs"]["db"].fill(-1)), id="negative rows"),
        pytest.param(with_changed(lambda v: v["functions"].pop()), id="a function less"),
        pytest.param(with_changed(lambda v: v.update(functions=["a b"] * 2)), id="no name"),
        pytest.param(with_changed(lambda v: v["states"][1].update({"d@x": 1})), id="no line"),
        pytest.param(with_changed(lambda v: v["states"][1].update({"d": 1})), id="a bare state"),
        pytest.param(with_changed(lambda v: v.update(assumptions=None)), id="no assumptions"),
    ],
)
def test_what_the_child_says_is_believed_only_in_its_form(tamper: Tampering) -> None:
    """Every part of the answer is checked; a broken one costs the explanation and no more."""
    assert refused("rnn", tamper) == UNREADABLE


def test_other_values_than_those_of_the_plain_run_are_no_explanation() -> None:
    """A program that behaves differently on symbols cannot be explained by them."""

    def shuffle(value: dict[str, Any]) -> None:
        value["outputs"]["db"] = np.roll(value["outputs"]["db"], 1)

    assert refused("rnn", with_changed(shuffle)) == (
        "no explanation in symbols: the traced values are not those of the plain run"
    )


def test_a_child_that_dies_on_the_way_is_said() -> None:
    """The grades were given before."""

    def die(*_: object) -> tuple[Header, Value]:
        raise EndedError("timeout")

    assert refused("rnn", die) == "no explanation in symbols: the program did not run to the end"
