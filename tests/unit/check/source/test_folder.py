"""The files of a folder that may hold answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from dlprep.check.source import folder as folders
from dlprep.check.source.folder import files_in, is_folder


def made(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x = 1\n")


def test_python_files_and_notebooks_are_found_at_any_depth(tmp_path: Path) -> None:
    """Those of a folder come before those below it, each in order of names."""
    made(tmp_path, "b.py", "a.ipynb", "below/a.py", "notes.md", "data.csv")
    assert [str(each.relative_to(tmp_path)) for each in files_in(tmp_path)] == [
        *("a.ipynb", "b.py", "below/a.py")
    ]


def test_what_nobody_wrote_is_passed_over(tmp_path: Path) -> None:
    """Hidden files, caches, environments, builds; a link does not lead out of the folder."""
    made(tmp_path, ".hidden.py", ".git/a.py", "__pycache__/a.py", "build/a.py")
    made(tmp_path, "env/pyvenv.cfg", "env/lib/a.py", "outside/a.py", "answers/a.py")
    (tmp_path / "answers" / "linked").symlink_to(tmp_path / "outside")
    assert files_in(tmp_path / "answers") == [tmp_path / "answers" / "a.py"]
    assert [each.parent.name for each in files_in(tmp_path)] == ["answers", "outside"]


def test_a_huge_folder_is_not_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So many files are nobody's answers."""
    monkeypatch.setattr(folders, "MOST", 3)
    made(tmp_path, *(f"a{number}.py" for number in range(9)))
    assert len(files_in(tmp_path)) == 3


def test_a_name_that_no_file_can_have_is_no_folder(tmp_path: Path) -> None:
    """The operating system refuses it; so it is read as a file, and told as one."""
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / ("a" * 300))
    assert not is_folder(Path("a\0b"))
