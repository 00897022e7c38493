"""The filter of system calls.

Refused unless allowed: what nobody has thought of, and what later kernels bring, stays shut.
Allowed is what CPython, NumPy and threads need to compute. The rest fails with `EPERM`, so that
a learner who opens a socket reads an error on that line; calls that serve only to break out end
the program.
"""

from __future__ import annotations

import ctypes
import errno
import os
import struct
import sys
from collections.abc import Iterator

from dlprep.sandbox.bpf import (
    ARCHITECTURE,
    NUMBER,
    Instruction,
    answer,
    argument,
    assemble,
    if_equal,
    keep,
    load,
    unless_equal,
)
from dlprep.sandbox.libc import control
from dlprep.sandbox.syscalls import ALLOWED, FATAL, numbers

_SET_SECCOMP = 22
_FILTER = 2
_ALLOW = 0x7FFF0000
_KILL = 0x80000000
_ERROR = 0x00050000
_ARCHITECTURES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_ALL = 0xFFFFFFFF

# glibc makes threads with clone3, whose flags a filter cannot see; without it, with clone.
ABSENT = frozenset(("clone3",))

_CLONE_THREAD = 0x00010000
_CLONE_NEW = 0x7E020000  # every kind of namespace
_OPEN_TO_WRITE = os.O_ACCMODE | os.O_CREAT | os.O_TRUNC
_FCNTL = (0, 1, 2, 3, 4, 1030)  # copies and flags of descriptors; no signals to others
_IOCTL = (0x5401, 0x5413, 0x5421, 0x5450, 0x5451)  # is it a terminal, its size, flags
_PRCTL = (15, 16, 0x53564D41)  # names of threads and of memory


def _conditions(own_pid: int, *, writing: bool) -> dict[str, tuple[int, int, tuple[int, ...]]]:
    """Calls allowed only where an argument, under a mask, has one of some values."""
    conditions = {
        "clone": (0, _CLONE_THREAD | _CLONE_NEW, (_CLONE_THREAD,)),
        "fcntl": (1, _ALL, _FCNTL),
        "ioctl": (1, _ALL, _IOCTL),
        "kill": (0, _ALL, (own_pid,)),
        "prctl": (0, _ALL, _PRCTL),
        "prlimit64": (0, _ALL, (0, own_pid)),
        "tgkill": (0, _ALL, (own_pid,)),
    }
    if not writing:
        conditions |= {"open": (1, _OPEN_TO_WRITE, (0,)), "openat": (2, _OPEN_TO_WRITE, (0,))}
    return conditions


def program(machine: str, own_pid: int, *, writing: bool) -> list[Instruction]:
    """The filter for a machine. `writing` leaves it to Landlock what may be written to."""
    return [
        load(ARCHITECTURE),
        *unless_equal(_ARCHITECTURES[machine], answer(_KILL)),
        load(NUMBER),
        *_rules(machine, own_pid, writing),
    ]


def _rules(machine: str, own_pid: int, writing: bool) -> Iterator[Instruction]:  # noqa: FBT001
    conditions = _conditions(own_pid, writing=writing)
    for number in numbers(FATAL, machine).values():
        yield from if_equal(number, answer(_KILL))
    for name, number in numbers(ALLOWED, machine).items():
        if name in ABSENT:
            yield from if_equal(number, answer(_ERROR | errno.ENOSYS))
        elif name in conditions:
            yield from if_equal(number, *_only(*conditions[name]))
        else:
            yield from if_equal(number, answer(_ALLOW))
    yield answer(_ERROR | errno.EPERM)


def _only(index: int, mask: int, values: tuple[int, ...]) -> Iterator[Instruction]:
    yield load(argument(index))
    yield keep(mask)
    for value in values:
        yield from if_equal(value, answer(_ALLOW))
    yield answer(_ERROR | errno.EPERM)


def filter_calls(*, writing: bool) -> bool:
    """Put the filter over this process for good. False where it cannot be done; then nothing
    has changed."""
    machine = os.uname().machine
    if sys.platform != "linux" or machine not in _ARCHITECTURES:
        return False
    code = assemble(program(machine, os.getpid(), writing=writing))
    body = ctypes.create_string_buffer(code, len(code))
    head = struct.pack("@HP", len(code) // 8, ctypes.addressof(body))
    header = ctypes.create_string_buffer(head, len(head))
    return control(_SET_SECCOMP, _FILTER, ctypes.addressof(header))
