"""The few system calls that Python itself does not offer, through the C library."""

from __future__ import annotations

import ctypes

_libc = ctypes.CDLL(None, use_errno=True)
_libc.syscall.restype = ctypes.c_long


def function(name: str, *arguments: int) -> bool:
    """Call a function that answers 0 where it succeeded; one the library lacks has failed."""
    call = getattr(_libc, name, None)
    return call is not None and call(*map(ctypes.c_long, arguments)) == 0


def system_call(number: int, *arguments: int) -> int:
    """What the kernel answers, -1 where it refuses."""
    return int(_libc.syscall(ctypes.c_long(number), *map(ctypes.c_long, arguments)))


def control(option: int, *arguments: int) -> bool:
    """`prctl`: set a property of this process."""
    rest = [0] * (4 - len(arguments))
    return function("prctl", option, *arguments, *rest)
