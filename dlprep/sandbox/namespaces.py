"""Namespaces: a world without other processes, network interfaces or shared memory.

Mounts and host names need none of their own: without capabilities, and with Landlock and the
filter of system calls in place, nobody inside could change either.
"""

from __future__ import annotations

import sys

from dlprep.sandbox.libc import function

_NEW_IPC = 0x08000000
_NEW_USER = 0x10000000
_NEW_PID = 0x20000000
_NEW_NET = 0x40000000


def leave_the_world() -> bool:
    """Enter namespaces of one's own; the next process forked is number 1 in them.

    An ordinary user may do so only inside a user namespace; where those are switched off root
    still can without. The user is mapped to nobody, which is all that is needed inside.
    """
    if sys.platform != "linux":
        return False
    rest = _NEW_IPC | _NEW_PID | _NEW_NET
    return function("unshare", _NEW_USER | rest) or function("unshare", rest)
