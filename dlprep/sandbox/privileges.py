"""What a process of ours gives up for good: capabilities, and the means to regain any."""

from __future__ import annotations

import ctypes
import signal
import struct
import sys

from dlprep.sandbox.libc import control, function

_SET_PARENT_DEATH_SIGNAL = 1
_SET_CHILD_SUBREAPER = 36
_SET_NO_NEW_PRIVILEGES = 38
_CAPABILITY_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3


def die_with_parent() -> None:
    """However the parent ends, this process ends with it. A change of user clears this."""
    if sys.platform == "linux":
        control(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)


def wake_when_parent_dies() -> None:
    """However the parent ends, this process goes on, even where something had stopped it."""
    if sys.platform == "linux":
        control(_SET_PARENT_DEATH_SIGNAL, signal.SIGCONT)


def adopt_orphans() -> None:
    """Descendants whose parent ends become children of this process."""
    if sys.platform == "linux":
        control(_SET_CHILD_SUBREAPER, 1)


def drop_privileges() -> bool:
    """No capability is left and none can come back; also for root."""
    if sys.platform != "linux":
        return False
    header = ctypes.create_string_buffer(struct.pack("<Ii", _CAPABILITY_VERSION, 0))
    nothing = ctypes.create_string_buffer(24)  # effective, permitted, inheritable, twice 32 bits
    dropped = function("capset", ctypes.addressof(header), ctypes.addressof(nothing))
    return control(_SET_NO_NEW_PRIVILEGES, 1) and dropped
