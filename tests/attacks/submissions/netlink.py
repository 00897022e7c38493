"""The interfaces of the machine."""

import socket

import numpy as np

try:
    print("INTERFACES:", [name for _, name in socket.if_nameindex()])
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
