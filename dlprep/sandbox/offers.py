"""What this machine offers for confinement, found by trying; imports no NumPy."""

from __future__ import annotations

import os
import platform
from pathlib import Path

from dlprep.model.value import dataclass
from dlprep.sandbox.landlock import version
from dlprep.sandbox.namespaces import leave_the_world

ACTIONS = Path("/proc/sys/kernel/seccomp/actions_avail")


@dataclass(frozen=True, slots=True)
class Offers:
    """The kernel, its version of Landlock (0 for none), and whether system calls can be filtered
    and namespaces be entered."""

    kernel: str
    landlock: int
    filters: bool
    namespaces: bool


def offers() -> Offers:
    """Tried in a process of its own where it would change this one."""
    kernel = f"{platform.system()} {platform.release()}"
    return Offers(kernel, version(), ACTIONS.exists(), _can_leave())


def _can_leave() -> bool:
    pid = os.fork()
    if pid == 0:
        os._exit(0 if leave_the_world() else 1)
    return os.waitpid(pid, 0)[1] == 0
