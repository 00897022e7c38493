"""Inputs of earlier calls are spoilt in later ones."""

import numpy as np

kept = []


def softmax_loss(z, y):
    for old in kept:
        old *= 0
    kept.append(z)
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
