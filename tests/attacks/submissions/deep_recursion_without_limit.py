"""The same with the limit of the interpreter raised."""

import sys

import numpy as np

sys.setrecursionlimit(1 << 30)


def deeper(n):
    return deeper(n + 1) + max([n], key=deeper)


def softmax_loss(z, y):
    deeper(0)
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
