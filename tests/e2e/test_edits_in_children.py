"""Edits of a learner's code run where that code runs: in confined children, never in the judge."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

SCRIPT = r"""
import json, os, time
from dlprep.sandbox.nursery import Nursery
nursery = Nursery()
import ast
from dlprep.check.edits.change import Scope
from dlprep.check.running.draw import Drawn
from dlprep.check.edits.editor import Editor
from dlprep.check.naming.mending import board_of
from dlprep.check.edits.arithmetic import dropped
from dlprep.check.running.children import Children
from dlprep.check.running.runs import Board
from dlprep.check.source.units import Layout
from dlprep.model.exercise import Case, Step
from dlprep.model.text import Text
from dlprep.sandbox.limits import Limits
from dlprep.sandbox.process import Learner, Source

SOURCE = "def f(x, n):\n    print('noise' * 50)\n    return x * 2.0 / n\n"
pair = [Learner.born(nursery) for _ in range(2)]
bench = Children(pair, Source("answer.py", SOURCE.encode()), Limits(case_s=2.0))
bench.greet()
bench.greet_second()
drawn = Drawn(
    case=Case(label=Text("n", "n"), sizes={"n": 4}),
    script=(Step(call="f", args=("x", "n"), gives=("y",)),),
    sizes={"n": 4}, inputs={"x": 6.0, "n": 4}, strided=(), watched=(), single=False,
)
layout = Layout(SOURCE)
(unit,) = layout.units
editor = Editor(unit)
returned = editor.statements[-1]
proposals = [*editor.of(returned, [dropped])]
board = board_of([(editor, each) for each in proposals], layout)
names = {"f": "f"}
values = lambda runs: [each[0].outputs.get("y", each[0].kind) for each in runs]
before = bench.printed
made = bench.try_edits([board, board], drawn, names)
after = bench.ask(drawn, names, 0.0, 64)
silent = bench.printed == before + "noise" * 50 + "\n"
broken = bench.try_edits([Board(("f",), "def f(:", 1)], drawn, names)
hanging = Board(("f",), "def f(x, n):\n    while _dlprep_edit == 1: pass\n    return x", 3)
stuck = bench.try_edits([hanging], drawn, names)
large = Board(("f",), "def f(x, n):\n    import numpy as np\n    return np.ones(1 << 20)", 1)
huge = bench.try_edits([large, large], drawn, names)
last = bench.try_edits([board], drawn, names)
print(json.dumps({
    "texts": [editor.edit(each).statement for each in proposals],
    "made": [values(each) for each in made], "after": after[0].outputs["y"], "silent": silent,
    "huge": [values(each) for each in huge],
    "broken": values(broken[0]), "stuck": values(stuck[0]), "last": [values(each) for each in last],
}))
bench.close()
nursery.close()
"""


def test_children_try_edits_and_are_as_before() -> None:
    """Every edit gives its own numbers and leaves no print and no change behind; one that cannot
    be compiled is a missing function; what is too large to send costs no child; one that hangs
    ends its child, and the other goes on."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["texts"][0] == "return x * 2.0"
    expected = {
        "return x * 2.0": 12.0,
        "return 1.0 / n": 0.25,
        "return x / n": 1.5,
        "return 2.0 / n": 0.5,
    }
    assert told["made"] == [[expected[text] for text in told["texts"]]] * 2
    assert (told["after"], told["silent"]) == (3.0, True)
    assert told["broken"] == ["not-implemented"]
    assert told["huge"] == [["memory"], ["memory"]]
    assert told["stuck"] == [6.0]
    assert told["last"] == told["made"][:1]
