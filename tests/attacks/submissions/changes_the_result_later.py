"""The result is changed by a thread after it was returned."""

import threading
import time

import numpy as np

kept = []


def spoil():
    for _ in range(400):
        time.sleep(0.002)
        for array in kept:
            array += 1


threading.Thread(target=spoil, daemon=True).start()


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    kept.append(dz)
    return loss, dz
