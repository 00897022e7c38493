"""The parent's memory through /proc and process_vm_readv."""

import ctypes
import os
import re

import numpy as np


def above(pid):
    """The parent of a process, 0 if unknown."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            return int(stat.read().rpartition(")")[2].split()[1])
    except (OSError, ValueError, IndexError):
        return 0


def ours(pid):
    return pid > 1 and pid not in (@RUNNER@, above(@RUNNER@))


def first_bytes(pid):
    with open(f"/proc/{pid}/maps") as maps:
        start = int(re.match("([0-9a-f]+)-", maps.readline())[1], 16)
    with open(f"/proc/{pid}/mem", "rb") as memory:
        memory.seek(start)
        return memory.read(4)


if ours(os.getppid()):
    try:
        if first_bytes(os.getppid()) == b"\x7fELF":
            print("LEAK: memory of the parent")
    except OSError:
        pass


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
