"""Calls no exercise needs: keyrings, bpf, perf events, userfaultfd."""

import ctypes

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)
block = ctypes.create_string_buffer(128)
for name, number, *arguments in (
    ("keyctl", 250, 0, -3, 1, 0, 0),
    ("bpf", 321, 0, block, 72),
    ("perf_event_open", 298, block, 0, -1, -1, 0),
    ("userfaultfd", 323, 1),
    ("memfd_create", 319, b"x", 0),
):
    if name != "memfd_create" and libc.syscall(number, *arguments) >= 0:
        print("LEAK:", name)


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
