"""`dlprep check` on a notebook: lines are told by cell, and its trials are not run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from shipped import settled
from terminal import Terminal

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")

HEAD = "%matplotlib inline\nimport numpy as np\nimport matplotlib.pyplot as plt"
FORWARD = """# my layer
def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w, b)"""
BACKWARD = """!date
def affine_backward(dout, cache):
    x, w, b = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = x.reshape(len(x), -1).T @ dout
    db = dout.sum(axis=1)
    return dx, dw, db"""
TRIAL = "while True:\n    plt.plot(affine_forward(data, w, b))"


def written(folder: Path, *cells: str) -> Path:
    """A notebook, written in one step as Jupyter does."""
    made = [
        {"cell_type": "code", "metadata": {}, "outputs": [], "source": cell.splitlines(True)}
        for cell in cells
    ]
    draft = folder / "draft"
    draft.write_text(json.dumps({"cells": made, "metadata": {}, "nbformat": 4}))
    return draft.replace(folder / "layers.ipynb")


def check(home: Path, file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "dlprep", "check", str(file), *options],
        env=os.environ | {"DLPREP_HOME": settled(home), "DLPREP_LANG": "en", "COLUMNS": "80"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_right_notebook_passes_though_its_trials_would_never_end(tmp_path: Path) -> None:
    """Magics, figures and loops of other cells are not run."""
    right = BACKWARD.replace("axis=1", "axis=0")
    done = check(tmp_path, written(tmp_path, HEAD, FORWARD, TRIAL, right, TRIAL))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "✓ affine_backward  right in" in done.stdout


def test_lines_are_told_by_their_cell(tmp_path: Path) -> None:
    """An error, in words and as data; the excerpt counts as the cell does."""
    broken = BACKWARD.replace("dout.sum(axis=1)", "b.nothing")
    file = written(tmp_path, HEAD, FORWARD, TRIAL, broken)
    done = check(tmp_path, file)
    assert done.returncode == 1
    assert "line 6 of code cell 4: AttributeError" in done.stdout
    assert "     6 │ db = b.nothing" in done.stdout
    odd = BACKWARD.replace("dout.sum(axis=1)", "dout.sum(axis=0) + dout[1]")
    report = json.loads(check(tmp_path, written(tmp_path, HEAD, FORWARD, odd), "--json").stdout)
    (mistake,) = report["exercises"][0]["functions"][1]["mistakes"]
    assert (mistake["line"], mistake["cell"]) == (6, 3)
    assert mistake["text"] == "db: changing only line 6 of code cell 3 makes all cases pass"


def test_every_line_of_a_cause_is_told_by_its_cell(tmp_path: Path) -> None:
    """The statement in a wrong place, and what it stands in."""
    repeated = """def affine_forward(x, w, b):
    out = x.reshape(len(x), -1) @ w
    for row in x:
        out += b
    return out, (x, w, b)"""
    file = written(tmp_path, HEAD, repeated, BACKWARD.replace("axis=1", "axis=0"))
    report = json.loads(check(tmp_path, file, "--json").stdout)
    (mistake,) = report["exercises"][0]["functions"][0]["mistakes"]
    assert mistake["text"] == (
        "out: line 4 of code cell 2 runs in every turn of the loop of line 3 of code cell 2; "
        "it belongs outside of it"
    )


def as_saved(cells: Sequence[str], **more: object) -> dict[str, object]:
    """A notebook of format 4 with everything Jupyter keeps: text, numbers of runs, outputs."""
    text = {"cell_type": "markdown", "metadata": {}, "source": ["# def affine_forward(x): pass\n"]}
    image = {"output_type": "display_data", "metadata": {}, "data": {"image/png": "iVBORw0KGgo="}}
    stream = {"output_type": "stream", "name": "stdout", "text": ["def output(): pass\n"]}
    code = [
        {
            "cell_type": "code",
            "execution_count": number,
            "metadata": {"scrolled": True},
            "outputs": [stream, image],
            "source": cell.splitlines(keepends=True),
        }
        for number, cell in enumerate(cells, 1)
    ]
    return {"cells": [text, *code], "nbformat": 4, "nbformat_minor": 5, **more}


KERNEL = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
RIGHT = BACKWARD.replace("axis=1", "axis=0")
MAGICS = (
    "%load_ext autoreload\n%autoreload 2",
    "%%bash\nls",
    "%%writefile a.py\ndef relu_forward(",
)


@pytest.fixture
def assignment(tmp_path: Path) -> Path:
    """A folder of notebooks and files, as a course gives it out and Jupyter leaves it."""
    folder = tmp_path / "assignment"
    books = {
        "layers.ipynb": as_saved([*MAGICS, HEAD, f"%%time\n{FORWARD}", RIGHT], metadata=KERNEL),
        "below/bare.ipynb": as_saved([HEAD, FORWARD, RIGHT]),  # no metadata at all
        "below/wrong.ipynb": as_saved(
            [HEAD, FORWARD, "files = !ls\nfiles?", BACKWARD], metadata={}
        ),
        ".ipynb_checkpoints/layers-checkpoint.ipynb": as_saved([FORWARD, BACKWARD]),
        "notes.ipynb": as_saved(["x = 1"], metadata={"language_info": {"name": "julia"}}),
    }
    for name, book in books.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(json.dumps(book))
    head, forward = HEAD.splitlines()[1], FORWARD
    (folder / "layers.py").write_text(f"{head}\n\n{forward}\n\n\n{RIGHT.partition('date')[2]}\n")
    return folder


def test_a_folder_of_notebooks_and_files_is_judged_whole(tmp_path: Path, assignment: Path) -> None:
    """With metadata or without, magics and outputs and all; copies that Jupyter keeps aside and
    notebooks in other languages are passed over."""
    done = check(tmp_path, assignment)
    assert done.returncode == 1, done.stdout + done.stderr
    rows = [line.split() for line in done.stdout.splitlines()]
    counted = {Path(row[0]).name: row[1:] for row in rows if len(row) == 4 and row[0] != "file"}
    assert counted == {
        "layers.ipynb": ["2", "–", "–"],
        "layers.py": ["2", "–", "–"],
        "bare.ipynb": ["2", "–", "–"],
        "wrong.ipynb": ["1", "1", "–"],
    }
    assert "affine_backward: The sum runs over the wrong axis" in done.stdout
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "this notebook is damaged and cannot be read"),
        ("zh", "这个笔记本已损坏，读不了"),
    ],
)
def test_a_damaged_notebook_of_a_folder_is_told(
    tmp_path: Path, assignment: Path, lang: str, said: str
) -> None:
    """It may hold answers. Everything else is judged."""
    whole = (assignment / "layers.ipynb").read_text()
    (assignment / "damaged.ipynb").write_text(whole[: len(whole) // 2])
    done = check(tmp_path, assignment, "--lang", lang, "--quick")
    assert done.returncode == 2
    assert f"damaged.ipynb:1: {said}" in done.stderr
    assert "bare.ipynb" in done.stdout


def test_a_notebook_is_watched(tmp_path: Path) -> None:
    """It is checked again when Jupyter has put a new one in its place."""
    file = written(tmp_path, HEAD, FORWARD, BACKWARD)
    terminal = Terminal(tmp_path, "en", "check", str(file), "--watch")
    terminal.until("q quit")
    written(tmp_path, HEAD, FORWARD, BACKWARD.replace("axis=1", "axis=0"))
    terminal.until("✓ affine_backward")
    terminal.press("q")
    assert terminal.exit_code() == 0
