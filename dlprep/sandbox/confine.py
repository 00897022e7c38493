"""What a child gives up before it runs a stranger's file.

    L1  limits and a clock outside; descriptors, environment and privileges are gone
    L2  and Landlock: only the standard library and NumPy can be read, nothing written;
        and a filter of system calls: no sockets, no processes, nothing unforeseen
    L3  and namespaces: no other process, network or shared memory to be seen

The level is the child's first word to the judge, said before the stranger's first line runs.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
from itertools import pairwise
from pathlib import Path
from typing import TextIO

from dlprep.model.report import Isolation
from dlprep.model.value import dataclass
from dlprep.sandbox.landlock import restrict
from dlprep.sandbox.limits import Limits
from dlprep.sandbox.privileges import die_with_parent, drop_privileges
from dlprep.sandbox.seccomp import filter_calls

CASES = 20
MOST_FILES = 64
ADDRESSES = 4  # address space is not memory: each thread reserves 72 MiB it never touches


@dataclass(frozen=True, slots=True)
class Doors:
    """The descriptors a child keeps."""

    requests: int
    replies: int
    printed: int


@dataclass(frozen=True, slots=True)
class Walls:
    """What has been made ready for all children: whether they are born into namespaces, the
    rules of Landlock, and whether system calls are to be filtered."""

    namespaces: bool
    rules: int | None
    filtered: bool


@dataclass(frozen=True, slots=True)
class Confined:
    """The level reached, the child's process id as the judge sees it, bytes of memory and of
    address space in use."""

    level: Isolation
    pid: int
    memory: int
    addresses: int


def confine(doors: Doors, walls: Walls) -> Confined:
    """Shut every door but two pipes and a file for output, in this order: what needs files
    first, then files, then system calls."""
    os.setpgid(0, 0)
    die_with_parent()
    pid, (addresses, memory) = _own_pid(), _sizes()
    _shut(doors, keep=walls.rules)
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, signal.SIG_DFL)
    dropped = drop_privileges()
    locked = walls.rules is not None and restrict(walls.rules)
    if walls.rules is not None:
        os.close(walls.rules)
    filtered = walls.filtered and filter_calls(writing=locked)
    level = _level(walls, closed=dropped and locked and filtered)
    return Confined(level, pid, memory, addresses)


def _level(walls: Walls, *, closed: bool) -> Isolation:
    if not closed:
        return "L1"
    return "L3" if walls.namespaces else "L2"


def _own_pid() -> int:
    """The number of this process where /proc was mounted, which is the judge's world."""
    try:
        return int(Path("/proc/self").readlink().name)
    except (OSError, ValueError):
        return os.getpid()


def _sizes() -> tuple[int, int]:
    """Bytes of address space and of memory in use; where the system does not tell, a generous
    guess and 0."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()
        addresses, resident = (int(each) * resource.getpagesize() for each in pages[:2])
    except (OSError, ValueError):
        return 1 << 34, 0
    return addresses, resident


def _shut(doors: Doors, keep: int | None) -> None:
    """Standard input is empty, both outputs go to `printed`, all other descriptors close."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(doors.printed, 1)
    os.dup2(doors.printed, 2)
    kept = {doors.requests, doors.replies} | ({keep} if keep is not None else set())
    edges = [2, *sorted(kept), _most_descriptors()]
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


def limit(limits: Limits, addresses: int) -> None:
    """Bounds that the system itself holds; `addresses` is the address space in use before."""
    cpu = int(limits.start_s + CASES * limits.case_s) + 1  # in case the judge itself dies
    bounds = {
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_CPU: cpu,
        resource.RLIMIT_FSIZE: limits.printed,
        resource.RLIMIT_NOFILE: MOST_FILES,
        resource.RLIMIT_AS: addresses + ADDRESSES * limits.memory,
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
