"""A starter is written whole or not at all, and never in the place of somebody's work."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Self

import pytest

from dlprep.check.source.notebook import read_notebook
from dlprep.model.message import DlprepError
from dlprep.practice.code_files import default_name, look, replaced, starter_of, write_new

SOLUTION = "import numpy as np\n\n\ndef relu(x):\n    return np.maximum(x, 0)\n"


class FullDisk:
    """A file whose disk has no room left."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        """Nothing to give back."""

    def write(self, text: str) -> None:
        raise OSError(28, "No space left on device")


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    true_open = Path.open

    def opened(path: Path, mode: str = "r", **how: str) -> object:
        true_open(path, mode, **how).close()  # type: ignore[call-overload]
        return FullDisk()

    monkeypatch.setattr(Path, "open", opened)


def test_the_starter_can_be_recognised_and_holds_no_answer(tmp_path: Path) -> None:
    """In a file, and in a notebook's cell."""
    solution = tmp_path / "relu_fb.py"
    solution.write_text(SOLUTION)
    plain = starter_of("code.relu-fb", solution, tmp_path / default_name("code.relu-fb"))
    assert plain.startswith("# dlprep: relu-fb\nimport numpy as np\n")
    assert plain.endswith("def relu(x):\n    raise NotImplementedError\n")
    book = starter_of("code.relu-fb", solution, tmp_path / "relu.ipynb")
    assert read_notebook(book.encode(), "relu.ipynb").source.rstrip() == plain.rstrip()
    assert json.loads(book)["nbformat"] == 4


def test_what_is_there_is_looked_at(tmp_path: Path) -> None:
    """Nothing, the starter as it was, work, or what is no file at all."""
    file = tmp_path / "a.py"
    assert look(file, "x\n") == "nothing"
    file.write_text("x\n")
    assert look(file, "x\n") == "starter"
    file.write_text("y\n")
    assert look(file, "x\n") == "work"
    (tmp_path / "dangling.py").symlink_to(tmp_path / "nowhere")
    for odd in (tmp_path, tmp_path / "dangling.py"):
        with pytest.raises(DlprepError) as problem:
            look(odd, "x\n")
        assert problem.value.messages[0].code == "code.not-a-file"


def test_a_file_that_comes_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    """Another terminal may have been faster."""
    file = tmp_path / "a.py"
    file.write_text("mine\n")
    with pytest.raises(DlprepError) as problem:
        write_new(file, "starter\n")
    assert problem.value.messages[0].code == "code.not-written"
    assert file.read_text() == "mine\n"


def test_copies_are_kept_one_beside_the_other(tmp_path: Path) -> None:
    """No copy takes the place of an earlier one."""
    file = tmp_path / "a.py"
    file.write_text("one\n")
    assert replaced(file, "two\n").name == "a.py.bak"
    assert replaced(file, "three\n").name == "a.py.bak2"
    texts = {each.name: each.read_text() for each in tmp_path.iterdir()}
    assert texts == {"a.py": "three\n", "a.py.bak": "one\n", "a.py.bak2": "two\n"}


def test_a_full_disk_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half a starter, and the old file under its own name."""
    file, new = tmp_path / "a.py", tmp_path / "b.py"
    file.write_text("mine\n")
    fill_disk(monkeypatch)
    for write in (lambda: replaced(file, "starter\n"), lambda: write_new(new, "starter\n")):
        with pytest.raises(DlprepError) as problem:
            write()
        assert problem.value.messages[0].values["why"].errno == errno.ENOSPC
    monkeypatch.undo()
    assert [each.name for each in tmp_path.iterdir()] == ["a.py"]
    assert file.read_text() == "mine\n"
