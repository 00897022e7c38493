"""Environment and command line are wiped from memory, not only from Python's tables: a child is
forked from that memory and may read all of it."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_ARGUMENTS_START, _ENVIRONMENT_END = 45, 48  # of /proc/self/stat, counted after the name
_BYTES_HEADER = sys.getsizeof(b"") - 1
TITLE = b"dlprep judge"  # what a list of processes shows from now on
_SHARED = 1  # bytes of at most this length are one object for the whole interpreter


def forget_surroundings() -> None:
    """Call where neither the environment nor the arguments are needed any more."""
    for value in getattr(os.environ, "_data", {}).values():
        if isinstance(value, bytes) and len(value) > _SHARED:
            ctypes.memset(id(value) + _BYTES_HEADER, 0, len(value))
    os.environ.clear()
    sys.argv.clear()
    sys.orig_argv.clear()
    start, end = _on_the_stack()
    ctypes.memset(start, 0, end - start)
    ctypes.memmove(start, TITLE, min(len(TITLE), end - start))


def _on_the_stack() -> tuple[int, int]:
    """Where the kernel has put the arguments and, after them, the environment."""
    try:
        stat = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace")
        fields = stat.rpartition(")")[2].split()
        return int(fields[_ARGUMENTS_START]), int(fields[_ENVIRONMENT_END])
    except (OSError, ValueError, IndexError):
        return 0, 0
