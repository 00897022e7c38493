"""The filter of system calls, run here by a small machine of its own."""

from __future__ import annotations

import errno
import struct
from pathlib import Path

import pytest

from dlprep.sandbox.bpf import Instruction
from dlprep.sandbox.seccomp import program
from dlprep.sandbox.syscalls import ALLOWED, FATAL, numbers

MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
OWN = 42


def known_calls(machine: str) -> dict[str, int]:
    return numbers(ALLOWED, machine) | numbers(FATAL, machine)


def verdict(code: list[Instruction], architecture: int, number: int, *arguments: int) -> int:
    """What the kernel would be told to do with a call."""
    padded = [*arguments, *[0] * (6 - len(arguments))]
    call = struct.pack("<IIQ6Q", number, architecture, 0, *padded)
    at, taken = 0, 0
    while True:
        operation, yes, no, constant = code[at]
        at += 1
        match operation:
            case 0x20:
                (taken,) = struct.unpack_from("<I", call, constant)
            case 0x54:
                taken &= constant
            case 0x15:
                at += yes if taken == constant else no
            case 0x06:
                return constant


@pytest.fixture(params=MACHINES)
def machine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def asked(machine: str, name: str, *arguments: int, writing: bool = True) -> int:
    number = known_calls(machine)[name]
    code = program(machine, OWN, writing=writing)
    return verdict(code, MACHINES[machine], number, *arguments)


def test_what_is_not_named_is_refused(machine: str) -> None:
    """Numbers that no table holds, of today's kernels and of later ones, and of another ABI."""
    known = set(known_calls(machine).values())
    code = program(machine, OWN, writing=True)
    for number in {*range(600), 1 << 30} - known:
        assert verdict(code, MACHINES[machine], number) == REFUSE


def test_another_architecture_ends_the_program(machine: str) -> None:
    """Calls of 32-bit programs have other numbers."""
    assert verdict(program(machine, OWN, writing=True), 0x40000003, 1) == KILL


@pytest.mark.parametrize("name", ["read", "mmap", "futex", "getrandom", "clock_gettime"])
def test_computing_is_allowed(machine: str, name: str) -> None:
    assert asked(machine, name) == ALLOW


@pytest.mark.parametrize("name", ["ptrace", "unshare", "mount", "bpf", "io_uring_setup", "keyctl"])
def test_breaking_out_is_fatal(machine: str, name: str) -> None:
    assert asked(machine, name) == KILL


def test_threads_but_no_processes(machine: str) -> None:
    """A thread shares everything; a process, or a thread in another namespace, is refused."""
    thread, process, new_user = 0x003D0F00, 17, 0x10000000
    assert asked(machine, "clone", thread) == ALLOW
    assert asked(machine, "clone", process) == REFUSE
    assert asked(machine, "clone", thread | new_user) == REFUSE
    assert asked(machine, "clone3") == 0x00050000 | errno.ENOSYS


@pytest.mark.parametrize("name", ["kill", "tgkill"])
def test_signals_to_itself_only(machine: str, name: str) -> None:
    """Not to number 1, not to its group, not to everybody."""
    assert asked(machine, name, OWN) == ALLOW
    for other in (0, 1, OWN + 1, (1 << 64) - 1):
        assert asked(machine, name, other) == REFUSE


def test_without_landlock_nothing_is_opened_for_writing(machine: str) -> None:
    """With it, it alone decides."""
    for flags in (0o1, 0o2, 0o101, 0o1000):
        assert asked(machine, "openat", 0, 0, flags, writing=False) == REFUSE
        assert asked(machine, "openat", 0, 0, flags) == ALLOW
    assert asked(machine, "openat", 0, 0, 0o2000000, writing=False) == ALLOW


HEADER = Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h")


@pytest.mark.skipif(not HEADER.exists(), reason="the kernel's headers are not installed")
def test_the_numbers_are_the_kernels_own() -> None:
    """Compared with the header from which the C library is built."""
    lines = HEADER.read_text(encoding="ascii").splitlines()
    rows = (line.split() for line in lines if line.startswith("#define __NR_"))
    theirs = {row[1].removeprefix("__NR_"): int(row[2]) for row in rows}
    ours = known_calls("x86_64")
    assert {name: theirs[name] for name in ours} == ours
