"""Run a command on a machine that offers less: calls for confinement fail as on an old kernel.

    python lowered.py L2|L1 COMMAND ARGUMENT…

L2 takes the namespaces away, L1 Landlock and filters of system calls too. A filter of system
calls does it, so nothing else on the machine is touched.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Iterator

NUMBERS = {
    "x86_64": {"prctl": 157, "clone": 56, "unshare": 272, "seccomp": 317},
    "aarch64": {"prctl": 167, "clone": 220, "unshare": 97, "seccomp": 277},
}
CLONE3, LANDLOCK = 435, 444
PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS, FILTER = 22, 38, 2
NAMESPACES = 0x7E020000
LOAD, JUMP_EQUAL, JUMP_ANY, RETURN = 0x20, 0x15, 0x45, 0x06
NUMBER, ARGUMENT = 0, 16  # offsets in what a filter sees of a call
ALLOW, FAIL = 0x7FFF0000, 0x00050000

Rule = tuple[int, int, int, int]


def refuse(number: int, error: int) -> list[Rule]:
    """Every call of that number fails."""
    return [(JUMP_EQUAL, 0, 1, number), (RETURN, 0, 0, FAIL | error)]


def refuse_argument(number: int, jump: int, value: int) -> list[Rule]:
    """Calls of that number fail whose first argument equals a value or has a bit of it."""
    return [
        (JUMP_EQUAL, 0, 4, number),
        (LOAD, 0, 0, ARGUMENT),
        (jump, 0, 1, value),
        (RETURN, 0, 0, FAIL | errno.EPERM),
        (RETURN, 0, 0, ALLOW),
    ]


def rules(level: str) -> Iterator[Rule]:
    numbers = NUMBERS[platform.machine()]
    yield (LOAD, 0, 0, NUMBER)
    yield from refuse(numbers["unshare"], errno.EPERM)
    yield from refuse(CLONE3, errno.ENOSYS)
    if level == "L1":
        for number in range(LANDLOCK, LANDLOCK + 3):
            yield from refuse(number, errno.ENOSYS)
        yield from refuse(numbers["seccomp"], errno.ENOSYS)
        yield from refuse_argument(numbers["prctl"], JUMP_EQUAL, PR_SET_SECCOMP)
    yield from refuse_argument(numbers["clone"], JUMP_ANY, NAMESPACES)
    yield (RETURN, 0, 0, ALLOW)


def lower(level: str) -> None:
    """Put the filter on this process and all it starts."""
    program = b"".join(struct.pack("HBBI", *rule) for rule in rules(level))
    code = ctypes.create_string_buffer(program)
    head = struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.prctl(PR_SET_SECCOMP, FILTER, ctypes.create_string_buffer(head), 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "no filter")


if __name__ == "__main__":
    lower(sys.argv[1])
    os.execv(sys.argv[2], sys.argv[2:])
