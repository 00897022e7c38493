"""`dlprep code` as a person calls it: a clock that no process keeps, files that are never lost."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from shipped import settled

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

RELU = """
import numpy as np

def relu_forward(x):
    return np.maximum(x, 0), x

def relu_backward(dout, cache):
    return dout * (cache > 0)
"""
WRONG = RELU.replace("cache > 0", "dout > 0")


def dlprep(home: Path, *arguments: object, **environ: str) -> subprocess.CompletedProcess[str]:
    """One command in a home of its own."""
    own = {"DLPREP_HOME": settled(home), "DLPREP_LANG": "en", "COLUMNS": "80"}
    return subprocess.run(
        [sys.executable, "-m", "dlprep", *map(str, arguments)],
        env=os.environ | own | environ,
        cwd=home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def told(home: Path, *arguments: object) -> Any:
    done = dlprep(home, *arguments, "--json")
    assert done.stdout, done.stderr
    return json.loads(done.stdout)


def width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in line)


def test_a_sitting_from_start_to_a_right_submission(tmp_path: Path) -> None:
    """The starter is written, a wrong submission leaves the clock running, a right one stops it
    and both are checks by `code`; the history tells of it."""
    done = dlprep(tmp_path, "code", "start", "relu-fb")
    assert done.returncode == 0, done.stderr
    assert "relu_fb.py is written. The clock runs" in done.stdout
    file = tmp_path / "relu_fb.py"
    assert file.read_text().startswith("# dlprep: relu-fb\n")
    assert "raise NotImplementedError" in file.read_text()
    file.write_text(WRONG)
    done = dlprep(tmp_path, "code", "submit")
    assert done.returncode == 1
    assert "✗ relu_backward: dx" in done.stdout
    assert "The clock goes on: 0:" in done.stdout
    file.write_text(RELU)
    done = dlprep(tmp_path, "check", "relu_fb.py")
    assert "It passes: dlprep code submit stops the clock" in done.stdout
    done = dlprep(tmp_path, "code", "submit")
    assert done.returncode == 0, done.stdout
    assert "the target is 3 min · your first · checks: 3" in done.stdout
    shown = told(tmp_path, "code", "show", "relu-fb")
    (sitting,) = shown["sittings"]
    assert (sitting["state"], sitting["checks"]) == ("passed", 3)
    events = [json.loads(line) for line in dlprep(tmp_path, "log", "export").stdout.splitlines()]
    clocks = [each["payload"]["action"] for each in events if each["kind"] == "clock"]
    assert clocks == ["start", "pass"]
    sources = [each["source"] for each in events if each["kind"] == "check"]
    assert sources == ["code", "check", "code"]


def test_a_file_that_is_there_is_never_lost(tmp_path: Path) -> None:
    """Without a terminal nothing is asked: `--keep` leaves it, `--force` keeps a copy of it each
    time, and a starter that nobody has touched is no work."""
    file = tmp_path / "relu_fb.py"
    file.write_text("mine = 1\n")
    done = dlprep(tmp_path, "code", "start", "relu-fb")
    assert done.returncode == 2
    assert "`relu_fb.py` is there already; it was left alone" in done.stderr
    assert dlprep(tmp_path, "code", "status").returncode == 2
    assert told(tmp_path, "code", "start", "relu-fb", "--keep")["written"] is False
    assert file.read_text() == "mine = 1\n"
    kept = told(tmp_path, "code", "start", "relu-fb", "--anew", "--force")["kept"]
    assert Path(kept).read_text() == "mine = 1\n"
    file.write_text("mine = 2\n")
    again = told(tmp_path, "code", "start", "relu-fb", "--anew", "--force")["kept"]
    assert Path(again).name == "relu_fb.py.bak2"
    assert Path(again).read_text() == "mine = 2\n"
    assert Path(kept).read_text() == "mine = 1\n"
    assert told(tmp_path, "code", "start", "relu-fb", "--anew")["kept"] is None


def test_a_file_that_has_gone_is_missed_and_can_be_written_again(tmp_path: Path) -> None:
    """The clock goes on all the while."""
    begun = told(tmp_path, "code", "start", "relu-fb")["sitting"]["began_ms"]
    (tmp_path / "relu_fb.py").unlink()
    done = dlprep(tmp_path, "code", "submit")
    assert done.returncode == 2
    assert "`relu_fb.py` is not there any more; nothing was checked" in done.stderr
    assert "relu_fb.py is not there any more" in dlprep(tmp_path, "code").stdout
    again = told(tmp_path, "code", "start", "relu-fb")
    assert (again["written"], again["changed"]) == (True, False)
    assert again["sitting"]["began_ms"] == begun


def test_an_exam_names_no_mistake_and_gives_no_hint(tmp_path: Path) -> None:
    """Neither does a plain check meanwhile; afterwards everything is told again."""
    told(tmp_path, "code", "start", "relu-fb", "--exam")
    file = tmp_path / "relu_fb.py"
    file.write_text(WRONG)
    submitted = told(tmp_path, "code", "submit")
    backward = submitted["exercises"][0]["functions"][1]
    assert (backward["verdict"], backward["mistakes"], backward["facts"]) == ("wrong", [], [])
    assert submitted["clock"]["exam"] is True
    assert submitted["clock"]["checks"] == 1
    for option in ("--hint", "--solution", "--explain"):
        done = dlprep(tmp_path, "check", file, option)
        assert done.returncode == 2, option
        assert "`relu-fb` is being worked on as an exam" in done.stderr
    file.write_text(RELU)
    assert "It passes: dlprep code submit stops the clock" in dlprep(tmp_path, "check", file).stdout
    file.write_text(WRONG)
    dlprep(tmp_path, "code", "stop")
    after = told(tmp_path, "check", file)
    assert after["exercises"][0]["functions"][1]["mistakes"]


def test_another_file_may_be_handed_in(tmp_path: Path) -> None:
    """It is judged by the exercise at hand, whatever its own line says; a file without a function
    of it is told so, and the clock goes on."""
    told(tmp_path, "code", "start", "relu-fb")
    other = tmp_path / "other.py"
    other.write_text("def f(x):\n    return x\n")
    done = dlprep(tmp_path, "code", "submit", other)
    assert done.returncode == 2
    assert "there is no function of `relu-fb` in it; the clock goes on" in done.stderr
    assert "hint: you write `relu_forward`, `relu_backward`" in done.stderr
    other.write_text(f"# dlprep: affine-fb\n{RELU}")
    submitted = told(tmp_path, "code", "submit", other)
    assert [each["id"] for each in submitted["exercises"]] == ["code.relu-fb"]
    assert submitted["clock"]["state"] == "passed"


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 50])
def test_every_screen_fits_the_window(tmp_path: Path, lang: str, columns: int) -> None:
    """In both languages, also narrow ones."""
    screen = {"DLPREP_LANG": lang, "COLUMNS": str(columns)}
    shown = [
        dlprep(tmp_path, "code", *words, **screen).stdout
        for words in (
            ("list",),
            ("drill", "cnn"),
            ("start", "relu-fb", "--exam"),
            ("status",),
            ("pause",),
            ("show", "relu-fb"),
            ("stop",),
            ("undo",),
        )
    ]
    assert all(shown)
    assert [line for text in shown for line in text.splitlines() if width(line) > columns] == []


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("dlprep code start relu", {"relu-fb"}),
        ("dlprep code drill lstm", {"lstm-forward"}),
        ("dlprep check solut", set()),
        ("dlprep quiz --topic optim.adamw", {"optim.adamw"}),
        ("dlprep flashcards -t norm.l", {"norm.layernorm"}),
        ("dlprep quiz -t ini", None),
        ("dlprep quiz --kind nu", {"numeric"}),
        ("dlprep derive softmax-ce-gr", {"softmax-ce-gradient"}),
        ("dlprep derive der.softmax-ce-gr", {"der.softmax-ce-gradient"}),
        ("dlprep bank show optim.adamw.", None),
        ("dlprep ask nowhere", set()),
    ],
)
def test_the_shell_completes_ids_topics_and_kinds(
    tmp_path: Path, words: str, offered: set[str] | None
) -> None:
    """Exercises and derivations without what stands before their names, topics with the branches
    above them; nothing goes wrong where there is nothing to offer."""
    environ = {
        "_DLPREP_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    code = "from dlprep.cli.start import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"DLPREP_HOME": settled(tmp_path)} | environ,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    found = set(done.stdout.split())
    assert done.stderr == ""
    if offered is None:
        assert found
        assert all(each.startswith(words.rsplit(maxsplit=1)[-1]) for each in found)
    else:
        assert found == offered


def test_the_list_tells_what_was_passed_and_what_is_at_hand(tmp_path: Path) -> None:
    """As data, with the best time."""
    told(tmp_path, "code", "start", "relu-fb")
    (tmp_path / "relu_fb.py").write_text(RELU)
    told(tmp_path, "code", "submit")
    told(tmp_path, "code", "start", "mse-loss-grad")
    rows = {each["id"]: each for each in told(tmp_path, "code", "list")["exercises"]}
    assert rows["code.relu-fb"]["state"] == "passed"
    assert rows["code.relu-fb"]["best_ms"] > 0
    assert rows["code.mse-loss-grad"]["state"] == "running"
    assert rows["code.conv2d-naive"] | {"leaf": ""} == {
        "id": "code.conv2d-naive",
        "leaf": "",
        "level": 3,
        "minutes": 15,
        "drill": "cnn-forward",
        "kind": "code",
        "state": None,
        "best_ms": None,
        "sittings": 0,
    }
    listed = dlprep(tmp_path, "code", "list", "--topic", "loss").stdout
    assert "mse-loss-grad" in listed
    assert "conv2d-naive" not in listed


def test_a_starter_may_be_a_notebook(tmp_path: Path) -> None:
    """It is one, is no answer yet, and is handed in as it is."""
    told(tmp_path, "code", "start", "relu-fb", "work.ipynb")
    file = tmp_path / "work.ipynb"
    book = json.loads(file.read_text())
    (cell,) = book["cells"]
    assert cell["source"][0] == "# dlprep: relu-fb\n"
    assert told(tmp_path, "code", "submit")["exercises"][0]["verdict"] == "not-implemented"
    cell["source"] = RELU.splitlines(keepends=True)
    file.write_text(json.dumps(book))
    assert told(tmp_path, "code", "submit")["clock"]["state"] == "passed"


def test_turning_the_clock_needs_no_arrays_and_no_symbols(tmp_path: Path) -> None:
    """NumPy, SymPy and YAML are left alone by whatever judges nothing."""
    told(tmp_path, "code", "start", "relu-fb")  # makes the index
    code = (
        "import sys; from dlprep.cli.app import run; "
        "code = run(['code', 'status']); "
        "print(code, sorted({'numpy', 'sympy', 'yaml', 'pydantic'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"DLPREP_HOME": settled(tmp_path), "DLPREP_LANG": "en"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines()[-1] == "0 []"
