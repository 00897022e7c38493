"""Exercises that are judged by what a probe observes, and those in PyTorch where it is missing."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

ITEM = """\
items:
- id: code.{slug}
  leaf: loss.mse
  kind: {kind}
  topic: counting calls
  difficulty: 1
  frequency: 1
  minutes: 5
  prompt: {{zh: 写, en: Write}}
  explanation: {{zh: 好, en: good}}
  references: [Knuth 1968]
  functions: [{{name: {name}}}]
  inputs: {{x: {{draw: normal, shape: [N]}}}}
  script: [{{call: {name}, probe: counted, args: [x], gives: [result, calls]}}]
  probe: |
    def counted(apply, x):
        calls = []
        result = apply(lambda entry: calls.append(entry) or 2 * entry, x)
        return result, len(calls)
  cases:
  - {{label: "N=3", sizes: {{N: 3}}}}
  - {{label: "N=5", sizes: {{N: 5}}}}
"""
SOLUTION = """\
{imports}import numpy as np


def {name}(f, x):
    return np.array([f(each) for each in x])
    # mistake loop-one-short: return np.array([f(each) for each in x[:-1]] + [x[-1]])
"""
WITHOUT_TORCH = """\
import sys
import dlprep.check.running.pytorch
dlprep.check.running.pytorch.find_spec = lambda name: None
sys.argv[0] = "dlprep"
from dlprep.cli.start import main
main()
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank with an exercise in NumPy and one in PyTorch, both observed by a probe."""
    for folder in ("questions", "solutions"):
        (tmp_path / folder).mkdir()
    for slug, kind, imports in (
        ("each-entry", "code", ""),
        ("each-row", "torch", "import torch\n"),
    ):
        name = slug.replace("-", "_")
        item = ITEM.format(slug=slug, kind=kind, name=f"to_{name}")
        (tmp_path / "questions" / f"{slug}.yaml").write_text(item, encoding="utf-8")
        solution = SOLUTION.format(imports=imports, name=f"to_{name}")
        (tmp_path / "solutions" / f"{name}.py").write_text(solution, encoding="utf-8")
    return tmp_path


def run(bank: Path, *words: str, torch: bool = True) -> tuple[int, str, str]:
    """Exit code, output, messages; without `torch` as if that were not installed."""
    command = ["-m", "dlprep"] if torch else ["-c", WITHOUT_TORCH]
    done = subprocess.run(
        [sys.executable, *command, *words, "--bank", str(bank), "--lang", "en"],
        env=os.environ | {"DLPREP_HOME": str(bank / "home")},
        cwd=bank,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def judged(bank: Path, source: str) -> dict[str, list[str]]:
    """The verdict of the one function, and the codes of its mistakes."""
    (bank / "answer.py").write_text(dedent(source), encoding="utf-8")
    _, out, err = run(bank, "check", "answer.py", "--json")
    assert out, err
    (exercise,) = json.loads(out)["exercises"]
    (function,) = exercise["functions"]
    return {function["verdict"]: [each["code"] for each in function["mistakes"]]}


def test_what_a_probe_observes_is_judged(bank: Path) -> None:
    """The probe runs beside the program and only reports; a mistake is known by what it saw."""
    right = "def to_each_entry(f, x):\n    return x * 0 + [f(entry) for entry in x]\n"
    twice = "def to_each_entry(f, x):\n    f(x[0])\n    return 2 * x\n"
    short = """\
        import numpy as np

        def to_each_entry(f, x):
            out = np.array(x)
            for n in range(len(x) - 1):
                out[n] = f(x[n])
            return out
        """
    assert judged(bank, right) == {"passed": []}
    assert judged(bank, short) == {"wrong": ["loop-one-short"]}
    assert "wrong" in judged(bank, twice)


def test_a_file_without_torch_answers_no_exercise_in_it(bank: Path) -> None:
    """Names alone do not make it one; the exercises in NumPy go on as ever."""
    (bank / "answer.py").write_text("def to_each_row(f, x):\n    return x\n", encoding="utf-8")
    code, _, err = run(bank, "check", "answer.py")
    assert code == 2
    assert "no function of an exercise was recognised" in err


@pytest.mark.parametrize(
    "words", [("check", "answer.py"), ("code", "start", "each-row")], ids=["check", "start"]
)
def test_where_torch_is_missing_it_is_said_how_to_get_it(
    bank: Path, words: tuple[str, ...]
) -> None:
    """Exit code 2 and one line with the remedy; no clock starts and no file is written."""
    (bank / "answer.py").write_text("import torch\ndef to_each_row(f, x): ...\n", encoding="utf-8")
    code, out, err = run(bank, *words, torch=False)
    assert (code, out) == (2, "")
    assert "the exercise `each-row` needs PyTorch, which is not installed" in err
    assert "pip install torch" in err
    assert not (bank / "each_row.py").exists()


def test_a_list_marks_what_needs_torch(bank: Path) -> None:
    """Whether it is installed or not."""
    _, out, _ = run(bank, "code", "list", torch=False)
    marked = {line.split()[0]: "PyTorch" in line for line in out.splitlines() if "each-" in line}
    assert marked == {"each-entry": False, "each-row": True}


def test_lint_reads_what_it_cannot_run(bank: Path) -> None:
    """Without torch the rest is a warning; a wrong form that is no Python is a fault all the
    same."""
    file = bank / "questions" / "each-row.yaml"
    code, out, _ = run(bank, "bank", "lint", str(file), torch=False)
    assert (code, "PyTorch is not installed: read, but" in out) == (0, True)
    solution = bank / "solutions" / "each_row.py"
    text = solution.read_text(encoding="utf-8").replace("[x[-1]])", "[x[-1]")
    solution.write_text(text, encoding="utf-8")
    code, out, _ = run(bank, "bank", "lint", str(file), torch=False)
    assert (code, "each_row.py:7" in out) == (1, True)
