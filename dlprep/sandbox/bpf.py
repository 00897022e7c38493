"""A tiny assembler of classic BPF, the language of seccomp filters (linux/bpf_common.h).

A program is a list of instructions that looks at one system call: its number, the machine's
architecture and the low 32 bits of its arguments.
"""

from __future__ import annotations

import struct

Instruction = tuple[int, int, int, int]  # code, jump if true, jump if false, constant

NUMBER = 0
ARCHITECTURE = 4
_ARGUMENTS = 16
_LOAD, _AND, _JUMP_EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x06


def load(offset: int) -> Instruction:
    """Take 32 bits of the description of the call."""
    return _LOAD, 0, 0, offset


def argument(index: int) -> int:
    """The offset of the low half of an argument on a little-endian machine."""
    return _ARGUMENTS + 8 * index


def keep(mask: int) -> Instruction:
    """Clear all bits but those of `mask`."""
    return _AND, 0, 0, mask


def answer(verdict: int) -> Instruction:
    """The end: what the kernel is to do."""
    return _RETURN, 0, 0, verdict


def if_equal(value: int, *then: Instruction) -> list[Instruction]:
    """Go through `then` where what was taken equals `value`, past it otherwise."""
    return [(_JUMP_EQUAL, 0, len(then), value), *then]


def unless_equal(value: int, *then: Instruction) -> list[Instruction]:
    """Go through `then` where what was taken differs from `value`."""
    return [(_JUMP_EQUAL, len(then), 0, value), *then]


def assemble(program: list[Instruction]) -> bytes:
    """The program as the kernel reads it."""
    return b"".join(struct.pack("<HBBI", *each) for each in program)
