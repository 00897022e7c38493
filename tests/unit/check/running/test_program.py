"""A trusted file, run in this process: its probes, and its classes in other forms."""

from __future__ import annotations

import pytest

from dlprep.check.running import program as program_of
from dlprep.check.running.draw import Drawn
from dlprep.check.running.program import Program
from dlprep.check.running.runs import StepRun
from dlprep.model.exercise import Case, Step
from dlprep.model.text import Text
from dlprep.sandbox.frames import Foreign

CLASSES = """\
class Part:
    def value(self):
        return 1

class Whole:
    def __init__(self):
        self.parts = [Part(), Part()]

    def value(self):
        return sum(part.value() for part in self.parts)

def total():
    return Whole().value()
"""


def ran(program: Program, step: Step, probes: str = "") -> StepRun:
    drawn = Drawn(
        case=Case(label=Text("x", "x"), sizes={}),
        script=(step,),
        sizes={},
        inputs={"x": 3},
        strided=(),
        watched=(),
        single=False,
        probes=probes,
    )
    (only,) = program.run(drawn)
    return only


def test_a_probe_gets_the_function_and_the_arguments() -> None:
    """What the probe observes is what the step gives, under the step's names."""
    program = Program("def f(x):\n    return x + 1\n", "f.py")
    step = Step(call="f", probe="twice", args=("x",), gives=("once", "again"))
    found = ran(program, step, "def twice(f, x):\n    return f(x), f(f(x))\n")
    assert found.outputs == {"once": 4, "again": 5}


def test_what_the_function_raises_in_a_probe_is_its_own() -> None:
    """A body that is not written yet counts as such, also behind a probe."""
    program = Program("def f(x):\n    raise NotImplementedError\n", "f.py")
    step = Step(call="f", probe="tried", args=("x",), gives=("y",))
    assert ran(program, step, "def tried(f, x):\n    return f(x)\n").kind == "not-implemented"


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        pytest.param("class Part:\n    def value(self):\n        return 10\n", 20, id="its part"),
        pytest.param("class Whole:\n    def value(self):\n        return 7\n", 7, id="itself"),
        pytest.param("def total():\n    return Part().value()\n", 1, id="a function"),
    ],
)
def test_a_class_sees_another_class_in_its_new_form(unit: str, value: int) -> None:
    """The program itself stays as it was."""
    program = Program(CLASSES, "classes.py")
    step = Step(call="total", gives=("y",))
    assert ran(program.patched(unit), step).outputs == {"y": value}
    assert ran(program, step).outputs == {"y": 2}


def test_a_wrong_form_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """It has crashed, as a learner's program that takes too long has failed."""
    monkeypatch.setattr(program_of, "ENDLESS_S", 0.05)
    endless = Program("def total():\n    while True:\n        pass\n", "endless.py")
    step = Step(call="total", gives=("sum",))
    assert ran(endless, step) == StepRun("crash", told={"type": "TimeoutError", "text": ""})
    assert ran(Program("def total():\n    return 1\n", "ends.py"), step).kind == "ok"


def test_an_array_of_objects_is_no_array_of_numbers() -> None:
    """Nothing is computed with what a wrong form put into it; a learner's is taken likewise."""
    mixed = Program("import numpy as np\ndef f():\n    return np.array([{}.values(), 1])\n", "f.py")
    found = ran(mixed, Step(call="f", gives=("ratio",)))
    assert found.outputs == {"ratio": Foreign("ndarray of object")}
