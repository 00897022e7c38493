"""`dlprep check --explain` as a person calls it, in confined children."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from shipped import settled

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ROOT = Path(__file__).parents[2]
PROGRAMS = ROOT / "tests" / "data" / "explained"
RELU = """
import numpy as np

def relu_forward(x):
    return np.maximum(x, 0), x

def relu_backward(dout, cache):
    return dout
"""


def checked(home: Path, *arguments: object, level: str = "L3") -> subprocess.CompletedProcess[str]:
    mine = {"DLPREP_HOME": settled(home), "COLUMNS": "80", "DLPREP_ISOLATION": level}
    return subprocess.run(
        [sys.executable, "-m", "dlprep", "check", "--explain", "--seed", "1", *map(str, arguments)],
        env=os.environ | mine,
        cwd=home,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("level", ["L1", "L3"])
def test_a_wrong_term_is_named_in_symbols(tmp_path: Path, level: str) -> None:
    """The confined child needs nothing that it cannot reach."""
    done = checked(tmp_path, PROGRAMS / "lstm.py", "--lang", "en", level=level)
    assert done.returncode == 1, done.stderr
    assert "✗ the first wrong one: dc = ∂L/∂next_c (line 25)" in done.stdout
    assert "the term dnext_c₀₀ is missing" in done.stdout


def test_in_chinese_and_no_wider_than_the_screen(tmp_path: Path) -> None:
    """Every sentence exists in both languages."""
    done = checked(tmp_path, PROGRAMS / "lstm.py", "--lang", "zh")
    assert "第一个错的：dc = ∂L/∂next_c（第 25 行）" in done.stdout
    assert "缺少一项 dnext_c₀₀" in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_what_cannot_be_traced_has_its_reason_and_its_grade(tmp_path: Path) -> None:
    """Grading does not depend on tracing."""
    done = checked(tmp_path, PROGRAMS / "affine_linalg.py", "--lang", "en")
    assert done.returncode == 1
    assert "affine_backward: cannot trace line 12: np.linalg.svd" in done.stdout
    assert "✗ affine_backward: dw" in done.stdout


def test_a_right_file_needs_no_explanation(tmp_path: Path) -> None:
    """It passes as it does without the option."""
    done = checked(tmp_path, ROOT / "solutions" / "relu_fb.py", "--lang", "en")
    assert done.returncode == 0
    assert "nothing to explain: no function gives a wrong value" in done.stdout


def test_json_has_the_explanation_where_it_was_asked_for(tmp_path: Path) -> None:
    """Names, lines and indices as data."""
    done = checked(tmp_path, PROGRAMS / "softmax.py", "--json", "--lang", "en")
    (exercise,) = json.loads(done.stdout)["exercises"]
    (function,) = exercise["functions"]
    (entry,) = function["explanation"]["entries"]
    assert (entry["output"], entry["index"]) == ("dz", [0, 0])
    assert (entry["yours"], entry["right"]) == ("probs₀₀", "probs₀₀/3")
    assert entry["note"] == "it is N times the right value"


HOSTILE = {
    "forged": """
import sys
tracing = sys.modules["dlprep.sandbox.traced"]
def lie(*_):
    return {"kind": "traced"}, {"outputs": {"dx": [[1]]}, "graph": {}}
tracing.trace_reply = lie
""",
    "endless": """
import sys
def forever(*_):
    while True:
        pass
sys.modules["dlprep.sandbox.traced"].trace_reply = forever
""",
    "gone": """
import os, sys
sys.modules["dlprep.sandbox.traced"].trace_reply = lambda *_: os._exit(0)
""",
}
SAID = {
    "forged": "what the program sent back cannot be read",
    "endless": "the program did not run to the end",
    "gone": "the program did not run to the end",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_program_loses_its_explanation_only(tmp_path: Path, name: str) -> None:
    """The judge believes nothing; the verdict stands."""
    file = tmp_path / "answer.py"
    file.write_text(HOSTILE[name] + RELU, encoding="utf-8")
    done = checked(tmp_path, file, "--lang", "en", "--timeout", "1")
    assert done.returncode == 1, done.stderr
    assert "✗ relu_backward" in done.stdout
    assert SAID[name] in " ".join(done.stdout.split())
