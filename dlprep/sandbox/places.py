"""What a stranger's program may read: the standard library, NumPy, shared libraries, and torch
where that has been loaded for it.

Not the rest of site-packages, where dlprep and with it the solutions may lie.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

import dlprep

LIBRARY = str(Path(os.__file__).resolve().parent)
WRITABLE = (os.devnull,)
_PACKAGE = Path(dlprep.__file__).resolve().parent
_NUMPY = Path(np.__file__).resolve().parent
_OURS = ("__init__.py", "model", "sandbox", "expr", "trace")  # what a child itself may import
_SITES = frozenset(("site-packages", "dist-packages"))
_FILES = ("/etc/ld.so.cache", "/dev/urandom", "/dev/zero")


def readable() -> Iterator[str]:
    """Files and folders, each with everything below it."""
    yield from _library()
    yield from (str(_NUMPY), str(_NUMPY.with_name("numpy.libs")))
    if torch := sys.modules.get("torch"):
        yield str(Path(str(torch.__file__)).resolve().parent)
    yield from (str(_PACKAGE / part) for part in _OURS)
    yield from _FILES
    for folder in _shared_libraries():
        yield from _without_library(folder)


def without_sites(folders: Iterable[str]) -> list[str]:
    """Of the folders Python imports from, those of the standard library."""
    roots = (LIBRARY, str(Path(os.__file__).parent))
    return [
        folder
        for folder in folders
        if folder.endswith(".zip")
        or (folder.startswith(roots) and not _SITES & set(Path(folder).parts))
    ]


def _library() -> Iterator[str]:
    """The standard library; where site-packages lie inside it, entry by entry without them."""
    names = {entry.name for entry in os.scandir(LIBRARY)}
    if _SITES.isdisjoint(names):
        yield LIBRARY
        return
    yield from (f"{LIBRARY}/{name}" for name in names - _SITES)


def _shared_libraries() -> set[str]:
    """The folders from which shared libraries have been loaded, such as the C library's."""
    try:
        lines = Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return set()
    files = {line.partition("/")[2] for line in lines if ".so" in line}
    return {os.path.dirname(f"/{file}") for file in files}  # noqa: PTH120 - some are gone


def _without_library(folder: str) -> Iterator[str]:
    """A folder of shared libraries; only these where Python's own packages lie below it too."""
    if folder.startswith(LIBRARY) or _SITES & set(Path(folder).parts):
        return
    if not any(Path(other).is_relative_to(folder) for other in (LIBRARY, _PACKAGE, _NUMPY)):
        yield folder
        return
    names = (entry.name for entry in os.scandir(folder))
    yield from (f"{folder}/{name}" for name in names if ".so" in name)
