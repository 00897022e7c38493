"""The same file by way of a symbolic and a hard link."""

import os

import numpy as np

for link in (os.symlink, os.link):
    for place in ("link-@NAME@", "@FOLDER@/link-@NAME@", "/tmp/link-@NAME@"):
        try:
            link("@CANARY@", place)
            with open(place, "rb") as file:
                print("LEAK:", file.read(4000))
            os.unlink(place)
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
