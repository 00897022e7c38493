"""What a child gives up before it runs a stranger's file.

Namespaces, Landlock and seccomp belong in `confine`, after the limits; the level it returns is
the child's first word to the judge, said before the stranger's first line runs.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import sys
from itertools import pairwise
from pathlib import Path
from typing import TextIO

from dlprep.model.report import Isolation
from dlprep.sandbox.limits import Limits

CASES = 20
MOST_FILES = 64
ADDRESSES = 4  # address space is not memory: each thread reserves 72 MiB it never touches
_PR_SET_PDEATHSIG = 1
_PR_SET_NO_NEW_PRIVS = 38


def confine(limits: Limits, requests: int, replies: int, printed: int) -> Isolation:
    """Shut every door but two pipes and a capped file for output; returns the level reached."""
    os.setpgid(0, 0)
    _die_with_parent()
    _doors(requests, replies, printed)
    _limits(limits)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_DFL)
    os.environ.clear()
    sys.path[:] = [folder for folder in sys.path if folder not in ("", str(Path.cwd()))]
    return "L1"


def _die_with_parent() -> None:
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)


def _doors(requests: int, replies: int, printed: int) -> None:
    """Standard input is empty, both outputs go to `printed`, all other descriptors close."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(printed, 1)
    os.dup2(printed, 2)
    keep = sorted({requests, replies})
    edges = [2, *keep, _most_descriptors()]
    for low, high in pairwise(edges):
        os.closerange(low + 1, high)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = _printer(1)
    sys.stderr = _printer(2)


def _most_descriptors() -> int:
    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return min(soft, 1 << 16) if soft != resource.RLIM_INFINITY else 1 << 16


def _printer(descriptor: int) -> TextIO:
    return open(descriptor, "w", encoding="utf-8", errors="backslashreplace", closefd=False)


def _limits(limits: Limits) -> None:
    cpu = int(limits.start_s + CASES * limits.case_s) + 1  # in case the judge itself dies
    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_FSIZE: limits.printed,
        resource.RLIMIT_NOFILE: MOST_FILES,
        resource.RLIMIT_AS: _address_space() + ADDRESSES * limits.memory,
    }
    for which, bound in bounds.items():
        _bound(which, bound)


def _bound(which: int, bound: int) -> None:
    _, hard = resource.getrlimit(which)
    most = bound if hard == resource.RLIM_INFINITY else min(bound, hard)
    try:
        resource.setrlimit(which, (most, most))
    except (ValueError, OSError):  # macOS refuses some; the judge's own clock still holds
        return


def _address_space() -> int:
    """Bytes of address space in use, where the system tells; otherwise a generous guess."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    except (OSError, ValueError):
        return 1 << 34
    return pages * resource.getpagesize()
