"""Programs under stand-ins."""

from __future__ import annotations

import numpy as np

from dlprep.expr.show import show
from dlprep.trace.array import Traced
from dlprep.trace.load import load, variables
from dlprep.trace.symbol import Symbol

PROGRAM = '''"""A module docstring."""
from __future__ import annotations
from dataclasses import dataclass
import numpy as np

SCALE: float = 2.0

@dataclass
class Layer:
    """A class."""
    w: np.ndarray

    def forward(self, x: np.ndarray | float):
        """A docstring."""
        h = x @ self.w
        return h * SCALE

def f(x, w):
    """Runs the layer."""
    return Layer(w).forward(x)
'''

CALLER = """
def g(x):
    y = x * 2
    return y

def f(x):
    z = g(x)
    z += 1
    return z
"""


def test_dataclasses_docstrings_and_annotations_survive() -> None:
    """The program is its author's, with functions that also tell their locals."""
    program = load(PROGRAM, "program.py")
    assert program.names["f"].__doc__ == "Runs the layer."
    x = variables(np.ones((2, 3)), "x")
    result = program.names["f"](x, variables(np.ones((3, 1)), "w"))
    assert isinstance(result, Traced)
    assert [returned.function for returned in program.returned] == ["forward", "f"]
    assert sorted(program.returned[0].held) == ["h", "x"]
    first = program.returned[0].held["h"][0, 0]
    assert show(first.node) == "x[0,0] * w[0,0] + x[0,1] * w[1,0] + x[0,2] * w[2,0]"


def test_locals_are_noted_as_they_were_on_return() -> None:
    """What a caller does to an array afterwards does not show."""
    program = load(CALLER, "program.py")
    program.names["f"](variables(np.ones(1), "x"))
    inner, outer = program.returned
    assert show(inner.held["y"][0].node) == "x[0] * 2"
    assert show(outer.held["z"][0].node) == "x[0] * 2 + 1"


def test_inputs_become_variables_by_their_place() -> None:
    """Floats are variables; integers, booleans, strings and None stay what they are."""
    value = {
        "w": np.ones((1, 2)),
        "lr": 0.1,
        "t": 3,
        "mode": "train",
        "y": np.array([1]),
        "m": None,
    }
    made = variables(value, "p")
    assert [show(cell.node) for cell in made["w"][0]] == ["p.w[0,0]", "p.w[0,1]"]
    assert isinstance(made["lr"], Symbol)
    assert show(made["lr"].node) == "p.lr"
    assert (made["t"], made["mode"], made["m"]) == (3, "train", None)
    assert made["y"].dtype == np.int64
    assert show(variables((np.array(1.5),), "c")[0][()].node) == "c.0"
