"""Run a program plainly and traced, and hold the two against each other."""

from __future__ import annotations

import textwrap
from typing import Any

import numpy as np

from dlprep.expr.arrays import evaluate
from dlprep.expr.graph import Node
from dlprep.trace.array import floats
from dlprep.trace.functions import values
from dlprep.trace.load import load, variables
from dlprep.trace.tape import Tape, recording

RNG = np.random.default_rng(7)


def source(body: str) -> str:
    """A program whose function `f(x, w, n)` has this body."""
    head = "import math\nimport numpy as np\n\ndef f(x, w, n):\n"
    return head + textwrap.indent(textwrap.dedent(body).strip(), "    ") + "\n"


def inputs() -> dict[str, Any]:
    return {"x": RNG.standard_normal((3, 5)), "w": RNG.standard_normal((5, 2)), "n": 3}


def plain(program: str, at: dict[str, Any]) -> Any:
    names: dict[str, Any] = {}
    exec(compile(program, "program.py", "exec"), names)
    copies = {k: v.copy() if isinstance(v, np.ndarray) else v for k, v in at.items()}
    return names["f"](**copies)


def traced(program: str, at: dict[str, Any]) -> tuple[Any, Tape]:
    with recording() as tape:
        loaded = load(program, "program.py")
        result = loaded.names["f"](**{name: variables(value, name) for name, value in at.items()})
    return result, tape


def nodes(result: Any) -> list[Node]:
    """The expressions of all entries."""
    return [symbol.node for symbol in floats(result).ravel().tolist()]


def point(at: dict[str, Any]) -> dict[str, np.ndarray]:
    """The values of all variables, by name."""
    env = {}
    for name, value in at.items():
        if isinstance(value, np.ndarray):
            for index in np.ndindex(value.shape):
                env[f"{name}[{','.join(map(str, index))}]"] = np.array([value[index]])
    return env


def assert_traces(body: str) -> Tape:
    """The traced values are the plain ones, and so are the expression's at a point nearby."""
    program, at = source(body), inputs()
    expected, (result, tape) = plain(program, at), traced(program, at)
    parts = expected if isinstance(expected, tuple) else (expected,)
    ours = result if isinstance(expected, tuple) else (result,)
    near = {
        k: v + 1e-4 * RNG.random(v.shape) if isinstance(v, np.ndarray) else v for k, v in at.items()
    }
    nearby = plain(program, near)
    nearby = nearby if isinstance(expected, tuple) else (nearby,)
    for one, right, there in zip(ours, parts, nearby, strict=True):
        assert np.shape(values(one)) == np.shape(right)
        np.testing.assert_allclose(values(one).astype(float), right, rtol=1e-12, atol=1e-12)
        derived = evaluate(nodes(one), point(near))[:, 0]
        np.testing.assert_allclose(derived, np.ravel(there).astype(float), rtol=1e-9, atol=1e-9)
    return tape
