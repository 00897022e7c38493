"""The files of a folder that may hold answers."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

SUFFIXES = frozenset((".py", ".ipynb"))
MOST = 500
DEEPEST = 6
_ASIDE = frozenset(("__pycache__", "build", "dist", "node_modules", "site-packages", "venv"))


def is_folder(path: Path) -> bool:
    """Whether it is a folder that can be looked into; a name that no file can have is none."""
    return os.path.isdir(path)  # noqa: PTH112 - `Path.is_dir` raises where a name is too long


def files_in(folder: Path) -> list[Path]:
    """Python files and notebooks, those of the folder itself before those below it; hidden ones,
    environments and what a build leaves are passed over. Links are not followed."""
    found: list[Path] = []
    for path in _walk(folder):
        found.append(path)
        if len(found) == MOST:
            break
    return found


def _walk(folder: Path) -> Iterator[Path]:
    depth = len(folder.parts)
    for where, folders, names in os.walk(folder):
        here = Path(where)
        within = len(here.parts) - depth < DEEPEST
        folders[:] = sorted(each for each in folders if within and _is_own(here / each))
        yield from (here / name for name in sorted(names) if _may_answer(name))


def _is_own(folder: Path) -> bool:
    hidden = folder.name.startswith(".") or folder.name in _ASIDE
    return not hidden and not (folder / "pyvenv.cfg").exists()


def _may_answer(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix in SUFFIXES
