"""A connection through a name that is no file."""

import socket

import numpy as np

try:
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect("\0@SOCKET@")
        connection.sendall(b"@NAME@\n")
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
