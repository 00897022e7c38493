"""What lies around a file that is checked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dlprep.check.source import surround
from dlprep.check.source.surround import surroundings
from dlprep.model.surroundings import Surroundings


def made(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def around(path: Path) -> Surroundings:
    return surroundings(path, path.read_bytes())


def test_a_file_that_needs_nothing_has_none(tmp_path: Path) -> None:
    """Python's own modules and NumPy are there anyway."""
    file = made(tmp_path, "a.py", "import numpy as np, os.path\nfrom math import sqrt\n")
    assert not around(file)


def test_relative_imports_are_followed_through_their_package(tmp_path: Path) -> None:
    """As many folders up as their dots say; also those of the files that were found."""
    made(tmp_path, "course/layers.py", "from .columns import *\n")
    made(tmp_path, "course/columns.py", "x = 1\n")
    file = made(tmp_path, "course/nets/net.py", "from ..layers import affine\n")
    found = around(file)
    assert found.package == "course.nets"
    assert set(found.sources) == {"course.layers", "course.columns"}
    assert found.absent == ()


def test_a_package_may_be_named_by_its_own_name(tmp_path: Path) -> None:
    """Where a folder above the file has that name."""
    made(tmp_path, "course/layers.py", "x = 1\n")
    file = made(tmp_path, "course/nets/net.py", "from course.layers import x\nimport course.none\n")
    found = around(file)
    assert (set(found.sources), found.absent) == ({"course.layers"}, ("course.none",))


def test_what_is_not_there_is_told_with_the_names_that_are_needed(tmp_path: Path) -> None:
    """A module that is not in the file's package is left to fail as any other."""
    file = made(tmp_path, "a.py", "from .none import *\nimport nowhere\n\ny = need(2, len([]))\n")
    found = around(file)
    assert found.absent == (f"{tmp_path.name}.none",)
    assert found.free == ("need",)


def test_modules_may_import_one_another(tmp_path: Path) -> None:
    """Two files that need each other are read once."""
    made(tmp_path, "b.py", "from .a import x\n")
    found = around(made(tmp_path, "a.py", "from .b import *\nx = 1\n"))
    assert set(found.sources) == {f"{tmp_path.name}.a", f"{tmp_path.name}.b"}


def test_nothing_outside_of_the_folder_is_read(tmp_path: Path) -> None:
    """A link that leads out of it, and the solutions by whatever name."""
    secret = made(tmp_path, "secret.py", "key = 1\n")
    file = made(tmp_path, "inside/a.py", "import linked\nfrom solutions import affine_fb\n")
    (tmp_path / "inside" / "linked.py").symlink_to(secret)
    made(tmp_path, "inside/solutions/__init__.py", "")
    assert around(file).sources == {}


def test_what_is_no_text_of_python_is_not_waited_for(tmp_path: Path) -> None:
    """Pipes, broken files, other encodings count as absent."""
    file = made(tmp_path, "a.py", "from . import pipe, broken, other\n")
    os.mkfifo(tmp_path / "pipe.py")
    made(tmp_path, "broken.py", "def (:\n")
    (tmp_path / "other.py").write_bytes(b"x = '\xff'\n")
    found = around(file)
    assert found.sources == {}
    assert len(found.absent) == 3


def test_only_so_much_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What goes beyond the room for all files is absent."""
    monkeypatch.setattr(surround, "MOST", 30)
    made(tmp_path, "long.py", "x = 1  # " + "long " * 20)
    made(tmp_path, "short.py", "x = 1\n")
    found = around(made(tmp_path, "a.py", "from . import long, short\n"))
    assert set(found.sources) == {f"{tmp_path.name}.short"}
