"""Wrong for the first call, right later."""

import numpy as np

calls = []


def softmax_loss(z, y):
    calls.append(len(y))
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    if len(calls) == 1:
        dz = dz * 2
    return loss, dz
