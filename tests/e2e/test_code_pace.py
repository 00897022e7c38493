"""The running time of what is handed in, measured on a larger input beside the solution."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from shipped import BANK

from dlprep.bank.index import Bank
from dlprep.check.court import Court
from dlprep.check.pace import _larger
from dlprep.model.item import Code
from dlprep.model.report import Pace
from dlprep.practice.check import Checking
from dlprep.sandbox.limits import Limits

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

SOFTMAX = """
import numpy as np

def softmax_ce(z, y):
    {first}
    n = len(z)
    s = z - z.max(axis=1, keepdims=True)
    e = np.exp(s)
    total = e.sum(axis=1, keepdims=True)
    dz = e / total
    dz[np.arange(n), y] -= 1
    return np.mean(np.log(total[:, 0]) - s[np.arange(n), y]), dz / n
"""


@pytest.fixture(scope="module")
def bank() -> Bank:
    return BANK


def pace(bank: Bank, folder: Path, program: str) -> Pace | None:
    file = folder / "softmax_ce_fb.py"
    file.write_text(program)
    court = Court()
    try:
        checking = Checking([file], bank, court, Limits(), 41, only="code.softmax-ce-fb")
        ((report,),) = (each.exercises for each in checking.reports())
    finally:
        court.close()
    assert report.verdict == ("passed" if "+ 1" not in program else "wrong")
    return report.pace


def test_a_right_program_is_measured_beside_the_solution_and_plain_loops(
    bank: Bank, tmp_path: Path
) -> None:
    """Each in a child of its own, on an input larger than any case."""
    found = pace(bank, tmp_path, SOFTMAX.format(first="pass"))
    assert found is not None
    assert found.trouble is None
    assert found.references.keys() == {"solution", "loops"}
    assert min(found.yours_ms, *found.references.values()) > 0
    assert found.sizes["N"] >= 6
    assert found.sizes["C"] * 3 == found.sizes["N"] * 5


def test_a_slow_program_has_a_high_ratio(bank: Bank, tmp_path: Path) -> None:
    """What sleeps is seen from outside, however the program counts its own time."""
    slow = "import time; time.perf_counter_ns = lambda: 0; time.sleep(0.1)"
    found = pace(bank, tmp_path, SOFTMAX.format(first=slow))
    assert found is not None
    assert found.yours_ms >= 100
    assert found.yours_ms > found.references["solution"]


def test_a_program_that_is_right_on_the_cases_alone_is_told(bank: Bank, tmp_path: Path) -> None:
    """A larger input is new to it."""
    shortcut = "if z.shape[1] > 8: return 0.0, z"
    found = pace(bank, tmp_path, SOFTMAX.format(first=shortcut))
    assert found is not None
    assert found.trouble == "unequal"
    assert found.sizes == {"N": 6, "C": 10}


def test_a_program_that_does_not_finish_is_told(bank: Bank, tmp_path: Path) -> None:
    """The verdict on the cases stands."""
    endless = "while z.shape[1] > 8: pass"
    found = pace(bank, tmp_path, SOFTMAX.format(first=endless))
    assert found is not None
    assert found.trouble == "failed"


def test_a_wrong_program_is_not_measured(bank: Bank, tmp_path: Path) -> None:
    """How fast it is wrong is of no interest."""
    assert pace(bank, tmp_path, SOFTMAX.format(first="z = z + 1; y = (y + 1) % z.shape[1]")) is None


@pytest.mark.parametrize(
    ("exercise", "sizes"),
    [
        ("code.conv2d-naive", {"N": 4, "C": 6, "H": 14, "W": 12, "F": 8, "KH": 6, "KW": 10}),
        ("code.conv1d-fb", {"C": 3, "F": 4, "K": 3}),
        ("code.conv-out-size", None),
    ],
)
def test_sizes_grow_together_or_the_batch_alone_or_not_at_all(
    bank: Bank, exercise: str, sizes: dict[str, int] | None
) -> None:
    """Where the sizes of a case hang together, as the output's of a convolution do, only the
    batch is larger; an exercise about plain numbers has no larger input."""
    code = bank.item(exercise)
    assert isinstance(code, Code)
    found = next(_larger(code, bank.solution_path(exercise), 41), None)
    assert (found is None) == (sizes is None)
    if found is not None and sizes is not None:
        assert {name: found.drawn.sizes[name] for name in sizes} == sizes
        assert found.drawn.sizes["N"] == 2 * code.cases[0].sizes["N"]
