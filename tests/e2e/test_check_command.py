"""`dlprep check` as a person calls it: reports, exit codes, bad input, what is remembered."""

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
RELU = """
import numpy as np

def relu_forward(x):
    return np.maximum(x, 0), x

def relu_backward(dout, cache):
    return dout * (cache > 0)
"""


def dlprep(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """One command in a home of its own."""
    return subprocess.run(
        [sys.executable, "-m", "dlprep", *map(str, arguments)],
        env=os.environ | {"DLPREP_HOME": settled(home), "DLPREP_LANG": "en", "COLUMNS": "80"},
        cwd=home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def written(folder: Path, text: str | bytes, name: str = "answer.py") -> Path:
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def test_a_right_file_passes_and_is_remembered(tmp_path: Path) -> None:
    """Exit code 0, one line that says so, and a `check` event in the log."""
    done = dlprep(tmp_path, "check", written(tmp_path, RELU), "--seed", 41)
    assert done.returncode == 0, done.stderr
    assert "✓ relu_forward   right in" in done.stdout
    assert "seed 41" in done.stdout
    events = [json.loads(line) for line in dlprep(tmp_path, "log", "export").stdout.splitlines()]
    (event,) = [each for each in events if each["kind"] == "check"]
    assert event["subject"] == "code.relu-fb"
    assert event["payload"]["verdict"] == "passed"


def test_the_report_is_the_same_in_chinese(tmp_path: Path) -> None:
    """The same report in the other language, no wider than 80 columns."""
    file = written(tmp_path, RELU.replace("cache > 0", "dout > 0"))
    done = dlprep(tmp_path, "check", file, "--lang", "zh")
    assert done.returncode == 1
    assert "✗ relu_backward: dx" in done.stdout
    assert "用例" in done.stdout
    assert "wrong" not in done.stdout


def test_json_has_the_promised_fields(tmp_path: Path) -> None:
    """The schema that scripts rely on."""
    file = written(tmp_path, RELU.replace("dout * (cache > 0)", "dout"))
    report = json.loads(dlprep(tmp_path, "check", file, "--json", "--seed", 7).stdout)
    assert {"schema", "file", "seed", "isolation", "exercises"} <= report.keys()
    assert (report["schema"], report["seed"]) == (1, 7)
    assert report["isolation"] in ("L1", "L2", "L3")
    (exercise,) = report["exercises"]
    assert {"id", "verdict", "functions", "time_ms", "reference_time_ms"} <= exercise.keys()
    forward, backward = exercise["functions"]
    assert forward["verdict"] == "passed"
    assert {"name", "verdict", "cases", "mistakes", "facts", "stability"} <= backward.keys()
    assert {"label", "verdict"} <= backward["cases"][0].keys()
    (mistake,) = backward["mistakes"]
    assert {"code", "confidence", "output", "text"} <= mistake.keys()
    assert mistake["confidence"] == "confirmed"


def test_one_seed_gives_one_report(tmp_path: Path) -> None:
    """The seed decides every number in the cases; another seed draws others."""
    file = written(tmp_path, RELU.replace("dout * (cache > 0)", "dout"))

    def functions(seed: int) -> object:
        done = dlprep(tmp_path, "check", file, "--json", "--seed", seed)
        return json.loads(done.stdout)["exercises"][0]["functions"]

    assert functions(5) == functions(5) != functions(6)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(b"", "the file is empty", id="empty"),
        pytest.param(b"\x7fELF\0\0", "null bytes", id="binary"),
        pytest.param(b"def (:\n", "syntax error", id="a syntax error and no name"),
        pytest.param(b"x = 1\n", "no function of an exercise was recognised", id="no function"),
        pytest.param(b"def relu_foward(x): pass\n", "relu_forward", id="a near name"),
        pytest.param(
            b"# dlprep: code.no-such\n", "there is no exercise `no-such`", id="an unknown id"
        ),
    ],
)
def test_bad_input_is_one_message_and_exit_code_2(
    text: bytes, sentence: str, tmp_path: Path
) -> None:
    """What cannot be checked is told in a sentence with the file's name, not as a verdict."""
    file = written(tmp_path, text)
    done = dlprep(tmp_path, "check", file)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert str(file) in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    """Of several files those that can be checked are; the others are told in the end, each by
    name, and make the call a wrong one."""
    good = written(tmp_path, RELU)
    (tmp_path / "empty").mkdir()
    done = dlprep(tmp_path, "check", tmp_path / "none.py", good, tmp_path / "empty")
    assert done.returncode == 2
    assert "there is no such file" in done.stderr
    assert "no function of an exercise was recognised in this folder" in done.stderr
    assert "✓ relu_forward   right in" in done.stdout
    neither = dlprep(tmp_path, "check", tmp_path / "none.py", tmp_path / "empty")
    assert (neither.returncode, neither.stdout) == (2, "")


def test_a_syntax_error_in_an_answer_is_a_wrong_answer(tmp_path: Path) -> None:
    """Where the exercise is recognised the verdict is `syntax-error`, with the line."""
    file = written(tmp_path, RELU + "    return (\n")
    done = dlprep(tmp_path, "check", file)
    assert done.returncode == 1
    assert "syntax error" in done.stdout
    assert "Nothing was run." in done.stdout


def test_the_command_never_imports_numpy(tmp_path: Path) -> None:
    """Arrays live in the judge's process; the command stays light."""
    file = written(tmp_path, RELU)
    code = (
        "import sys; from dlprep.cli.app import run; "
        f"run(['check', {str(file)!r}, '--json']); "
        "print([name for name in ('numpy', 'sympy', 'yaml') if name in sys.modules])"
    )
    warm = dlprep(tmp_path, "check", file)
    assert warm.returncode == 0
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"DLPREP_HOME": settled(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_escape_codes_of_a_program_reach_no_terminal(tmp_path: Path) -> None:
    """What a program prints, raises or is called is shown with control characters written out."""
    program = RELU.replace(
        "    return np",
        "    print('\\x1b[2J[red]')\n    raise ValueError('\\x1b]0;x\\x07')\n    return np",
    )
    done = dlprep(tmp_path, "check", written(tmp_path, program))
    assert done.returncode == 1
    assert "\x1b" not in done.stdout
    assert "\\x1b[2J[red]" in done.stdout
    assert "line 6: ValueError" in done.stdout


def test_names_of_files_may_hold_anything(tmp_path: Path) -> None:
    """Spaces, Chinese, markup, a line break, an escape code: each report is of its file."""
    names = ["my answer.py", "答案.py", "[bold]x.py", "new\nline.py", "\x1b[31mred.py"]
    files = [written(tmp_path, RELU, name) for name in names]
    done = dlprep(tmp_path, "check", *files)
    assert done.returncode == 0, done.stderr
    assert "5 exercises in 5 files: 5 right" in done.stdout
    for shown in ("my answer.py", "答案.py", "[bold]x.py", "new\\nline.py", "\\x1b[31mred.py"):
        assert f"/{shown}\n" in done.stdout
    assert "\x1b" not in done.stdout
    missing = dlprep(tmp_path, "check", tmp_path / "no\x1b[31m\nsuch.py")
    assert "no\\x1b[31m\\nsuch.py: there is no such file" in missing.stderr


def test_a_file_named_twice_is_checked_once(tmp_path: Path) -> None:
    """Its report stands there once, in full."""
    file = written(tmp_path, RELU)
    done = dlprep(tmp_path, "check", file, file)
    assert done.stdout.count("✓ relu_forward ") == 1


def test_a_dash_reads_standard_input(tmp_path: Path) -> None:
    """A program may come through a pipe; there is nothing to watch then."""
    done = subprocess.run(
        [sys.executable, "-m", "dlprep", "check", "-"],
        env=os.environ | {"DLPREP_HOME": settled(tmp_path), "DLPREP_LANG": "en", "COLUMNS": "80"},
        input=RELU,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "relu-fb · <stdin>" in done.stdout
    watched = dlprep(tmp_path, "check", "-", "--watch")
    assert watched.returncode == 2
    assert "cannot read standard input" in watched.stderr


def test_a_pipe_or_a_large_file_is_refused_at_once(tmp_path: Path) -> None:
    """Nothing is waited for, nothing of it is run; all of them are told together."""
    os.mkfifo(tmp_path / "pipe.py")
    large = written(tmp_path, b"#" * ((1 << 20) + 1), "large.py")
    done = dlprep(tmp_path, "check", tmp_path / "pipe.py", large, "/dev/zero")
    assert done.returncode == 2
    assert done.stderr.count("this is a pipe or a device, not a regular file") == 2
    assert "large.py: larger than 1 MiB; not checked" in done.stderr
