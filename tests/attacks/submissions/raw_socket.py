"""Packets of its own making."""

import socket

import numpy as np

for family, kind in ((socket.AF_INET, socket.SOCK_RAW), (getattr(socket, "AF_PACKET", 17), socket.SOCK_RAW)):
    try:
        with socket.socket(family, kind, 1):
            print("LEAK: a raw socket")
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
