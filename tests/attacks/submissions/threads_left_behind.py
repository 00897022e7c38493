"""Threads that are no daemons and outlive the calls."""

import threading
import time

import numpy as np

for _ in range(8):
    threading.Thread(target=time.sleep, args=(20,)).start()


def softmax_loss(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
