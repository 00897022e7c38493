"""A notebook is read as one Python source whose every line is known by its cell."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dlprep.check.source.notebook import needed, read_notebook
from dlprep.check.source.submission import read_submission
from dlprep.model.message import DlprepError
from dlprep.view.messages import words


def notebook(*cells: str, **metadata: object) -> bytes:
    """As Jupyter saves it: a cell of text first, outputs with every cell of code."""
    output = {"output_type": "stream", "name": "stdout", "text": ["def output(): pass\n"]}
    made = [{"cell_type": "markdown", "metadata": {}, "source": ["# def title(): pass\n"]}]
    for cell in cells:
        lines = cell.splitlines(keepends=True)
        code = {"cell_type": "code", "metadata": {}, "source": lines, "outputs": [output]}
        made.append(code)  # type: ignore[arg-type]
    book = {"cells": made, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(book).encode()


def source(*cells: str) -> str:
    return read_notebook(notebook(*cells), "a.ipynb").source


def fault(data: bytes) -> tuple[str, str]:
    with pytest.raises(DlprepError) as problem:
        read_notebook(data, "a.ipynb")
    (message,) = problem.value.messages
    return message.code, words(message, "en")


def test_code_cells_are_joined_in_order_without_text_and_outputs() -> None:
    """What is written between them is no code."""
    assert source("a = 1\n", "b = 2", "c = 3\nd = 4") == "a = 1\n\nb = 2\nc = 3\nd = 4\n"


def test_every_line_is_known_by_its_cell() -> None:
    """Cells of code count from 1, lines from 1 in each."""
    found = read_notebook(notebook("a = 1", "b = 2\nc = 3"), "a.ipynb").lines
    assert [(int(each), each.cell, each.within) for each in found] == [
        (1, 1, 1),
        (2, 2, 1),
        (3, 2, 2),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "!pip install numpy",
        "?np.ones",
        "np.ones?",
        "np.ones??",
        "files = !ls *.py",
        "t = %timeit -o f(x)",
        "  %cd ..",
        '!echo "it\'s"',
        "%%time",
    ],
)
def test_magics_and_shell_lines_are_commented_out_where_they_stand(line: str) -> None:
    """The lines around them keep their numbers."""
    lines = source(f"{line}\na = 1" if line == "%%time" else f"if True:\n  {line}\na = 1")
    assert lines.endswith("a = 1\n")
    assert f"pass  # {line.strip()}" in lines
    ast.parse(lines)


@pytest.mark.parametrize(
    "cell",
    [
        'doc = """\n%not a magic\n!nor a shell line\n"""',
        "z = (7\n% 4)",
        "ok = a if b else c  # why?",
        "s = 'what?'",
        "x = (1\n!= 2)",
    ],
)
def test_what_python_reads_is_left_as_it_is(cell: str) -> None:
    """Inside a string or a bracket it only looks like a magic."""
    assert source(cell) == f"{cell}\n"


def test_a_cell_in_another_language_is_no_python() -> None:
    """`%%bash` says so of its whole cell."""
    found = source("%%bash\nfor f in *; do\n  echo $f\ndone", "a = 1")
    assert found.split("\n")[1:] == [
        "pass  # for f in *; do",
        "  pass  # echo $f",
        "pass  # done",
        "a = 1",
        "",
    ]


@given(st.lists(st.sampled_from(["a = 1", "%x", "!ls", "b = (", "'''", "", "if a:", "  b", "c?"])))
def test_lines_are_neither_lost_nor_moved(lines: list[str]) -> None:
    """Whatever a cell holds, there are as many lines as before."""
    found = read_notebook(notebook("\n".join(lines), "z = 1"), "a.ipynb")
    before = "\n".join([*lines, "z = 1"] if lines else ["", "z = 1"]).count("\n") + 1
    assert found.source.count("\n") == len(found.lines)
    assert found.source.endswith("z = 1\n")
    assert len(found.lines) in {before, before - 1}  # a line's end at the end of a cell


def test_what_is_no_notebook_is_told_why() -> None:
    """With the line where there is one."""
    assert fault(b'{"cells": [\n3') == (
        "notebook.broken",
        (
            "a.ipynb:2: this notebook is damaged and cannot be read: it breaks off in this line"
            "\nhint: restore it from `.ipynb_checkpoints`, or copy its code into a `.py` file"
        ),
    )
    for data in (b"[]", b'{"cells": 3}', b'{"nbformat": 4}', b'{"worksheets": [1]}'):
        code, said = fault(data)
        assert code == "notebook.broken"
        assert "there are no cells in it" in said
    code, said = fault(b'{"cells": [{"cell_type": "code", "source": 3}]}')
    assert "a cell has no text" in said
    assert fault(notebook("", " \n"))[0] == "notebook.empty"


WHOLE = json.dumps(json.loads(notebook("a = 1", "b = 2")), indent=1).encode()


@pytest.mark.parametrize(
    ("data", "zh", "en"),
    [
        (
            WHOLE[: WHOLE.index(b"def title") + 3],
            "文件到这一行就断了",
            "it breaks off in this line",
        ),
        (WHOLE[: WHOLE.index(b'"outputs"')], "文件到这一行就断了", "it breaks off in this line"),
        (
            WHOLE.replace(b' "nbformat"', b'<<<<<<< HEAD\n "nbformat"'),
            "这一行起是没有解决的合并冲突",
            "a merge conflict that was never resolved begins here",
        ),
        (WHOLE.replace(b'"cells"', b"cells"), "这一行不是合法的 JSON", "this line is not JSON"),
        (b"\xff\xfe", "它不是 UTF-8 文本", "it is not UTF-8 text"),
        (b"[" * 200_000, "JSON 嵌套得太深", "its JSON is nested too deeply"),
    ],
    ids=["cut-in-a-text", "cut-between", "conflict", "no-json", "no-text", "deep"],
)
def test_the_damage_is_told_in_the_language_of_the_reader(data: bytes, zh: str, en: str) -> None:
    """Not in the words of Python's reader of JSON."""
    with pytest.raises(DlprepError) as problem:
        read_notebook(data, "a.ipynb")
    (message,) = problem.value.messages
    assert f"：{zh}\n提示：从" in words(message, "zh")
    assert f": {en}\nhint: restore" in words(message, "en")


def test_a_notebook_in_another_language_is_told_so() -> None:
    """By what the notebook says of itself."""
    code, said = fault(notebook("x <- 1", language_info={"name": "R"}))
    assert (code, said) == (
        "notebook.language",
        "a.ipynb: this notebook is in R, not in Python",
    )
    assert read_notebook(notebook("x = 1", kernelspec={"language": "python"}), "a.ipynb").lines


def test_older_notebooks_are_read_too() -> None:
    """Their cells stand in worksheets and call their text `input`."""
    cell = {"cell_type": "code", "input": ["a = 1\n", "b = 2"]}
    book = json.dumps({"worksheets": [{"cells": [cell]}], "nbformat": 3}).encode()
    assert read_notebook(book, "a.ipynb").source == "a = 1\nb = 2\n"


def test_only_what_the_answers_need_is_run() -> None:
    """Helpers, constants and their changes stay; figures, training runs and what they need go,
    and no line moves."""
    text = source(
        "import numpy as np\nimport matplotlib.pyplot as plt",
        "EPS = 1e-5\nEPS += 1\ndata = np.load('x.npz')",
        "def helper(x):\n    return x + EPS\n",
        "@np.vectorize\ndef f(x):\n    return helper(x)\n",
        "for epoch in range(10**9):\n    train()\nplt.plot(data)\nprint(f(3))",
    )
    kept = needed(text, ["f"])
    assert kept.count("\n") == text.count("\n")
    assert [line for line in kept.split("\n") if line] == [
        "import numpy as np",
        "EPS = 1e-5",
        "EPS += 1",
        "def helper(x):",
        "    return x + EPS",
        "@np.vectorize",
        "def f(x):",
        "    return helper(x)",
    ]
    at = {line: number for number, line in enumerate(text.split("\n")) if line}
    assert all(kept.split("\n")[at[line]] == line for line in kept.split("\n") if line)


def test_a_syntax_error_is_placed_in_its_cell(tmp_path: Path) -> None:
    """As a compiler would place it in a file."""
    file = tmp_path / "a.ipynb"
    file.write_bytes(notebook("def f(x):\n    return x", "def g(x):\n    return (x"))
    submission = read_submission(file)
    assert submission.defines == ("f", "g")
    assert submission.broken is not None
    assert str(submission.broken.place) == f"{file}:cell 2:2"
    assert words(submission.broken, "en").endswith("syntax error: '(' was never closed")


def test_outputs_may_be_larger_than_any_source(tmp_path: Path) -> None:
    """Two megabytes of figures are no reason to refuse a notebook."""
    book = json.loads(notebook("def f(x):\n    return x"))
    book["cells"][1]["outputs"] = [{"data": {"image/png": "A" * (2 << 20)}}]
    file = tmp_path / "a.ipynb"
    file.write_text(json.dumps(book))
    assert read_submission(file).defines == ("f",)
