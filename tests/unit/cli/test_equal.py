"""`dlprep equal`: two formulas judged, and the exit code says the same."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dlprep.cli import app as command_line
from dlprep.cli import words
from dlprep.model.message import ExitCode


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DLPREP_HOME", str(tmp_path))
    monkeypatch.setenv("DLPREP_LANG", "en")
    words.language.cache_clear()


@pytest.mark.parametrize(
    ("arguments", "code", "verdict"),
    [
        (["σ(z)(1 − σ(z))", "e^{-z}/(1+e^{-z})^2"], ExitCode.OK, "equal"),
        (["log x²", "2 log x"], ExitCode.WRONG, "equal-if"),
        (["log x²", "2 log x", "--assume", "positive:x"], ExitCode.OK, "equal"),
        (["x", "y"], ExitCode.WRONG, "different"),
        (["log(-1)", "x"], ExitCode.WRONG, "undecided"),
        (["x +", "y"], ExitCode.USAGE, "unread"),
        (["-log p", "--json", "-h_t"], ExitCode.WRONG, "different"),
    ],
    ids=["equal", "equal-if", "assumed", "different", "undecided", "unread", "dash"],
)
def test_the_exit_code_says_the_verdict(
    arguments: list[str], code: ExitCode, verdict: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """0 equal, 1 not equal as it stands, 2 not read."""
    assert command_line.run(["equal", *arguments, "--json"]) == code
    assert json.loads(capsys.readouterr().out)["verdict"] == verdict


def test_a_person_sees_what_was_read(capsys: pytest.CaptureFixture[str]) -> None:
    """The reading is echoed, and a difference has its point."""
    command_line.run(["equal", r"\frac{x}{2}", "x/3"])
    out = capsys.readouterr().out.splitlines()
    assert out[0] == "✗ different"
    assert out[1:3] == ["  a read as  x/2", "  b read as  x/3"]
    assert out[3].startswith("  counterexample: at x = ")


def test_a_batch_answers_row_by_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One object a row, in order; a row that is none is told as such and ends nothing."""
    matrix = {"X": {"is": "matrix", "shape": ["N", "D"]}, "r": {"is": "vector", "shape": ["N"]}}
    rows = [
        {"a": "x + x", "b": "2x"},
        {"a": "Xᵀ r", "b": "X.T @ r", "symbols": matrix},
        {"a": "Xᵀ r", "b": "X @ r", "symbols": matrix},
        {"a": "√(x²)", "b": "x", "assume": "positive:x"},
        {"a": 3},
        {"a": "x @", "b": "x"},
    ]
    file = tmp_path / "pairs.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    assert command_line.run(["equal", "--batch", str(file), "--json"]) == ExitCode.USAGE
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    verdicts = ["equal", "equal", "different", "equal", "unread", "unread"]
    assert [each["verdict"] for each in out] == verdicts
    assert out[0]["read"] == ["x + x", "2·x"]
    assert out[2]["reason"].endswith("Transpose the left factor?")
    assert out[5]["errors"]["a"]["column"] == 4


def test_declared_symbols_come_from_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file declares what each name is; what it does not declare is unknown."""
    file = tmp_path / "symbols.json"
    file.write_text('[{"name": "W", "is": "matrix", "shape": ["D", "D"]}]', encoding="utf-8")
    assert command_line.run(["equal", "tr(W)", "tr(Wᵀ)", "--symbols", str(file)]) == ExitCode.OK
    assert command_line.run(["equal", "q", "q", "--symbols", str(file)]) == ExitCode.USAGE
    assert "`q` is not defined" in capsys.readouterr().out


def test_the_help_page_needs_no_arrays(tmp_path: Path) -> None:
    """`dlprep equal --help` loads neither NumPy nor SymPy."""
    program = (
        "import sys; from dlprep.cli.app import run; run(['equal', '--help']); "
        "print(sorted({'numpy', 'sympy', 'mpmath'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
