"""Codes that clear the screen, set the title, move the cursor."""

import numpy as np


def softmax_loss(z, y):
    print("\x1b[2J\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b31m \r\b\x7f ✓ passed")
    shifted = z - z.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    rows = np.arange(len(y))
    dz = np.exp(log_p)
    dz[rows, y] -= 1
    loss, dz = -log_p[rows, y].mean(), dz / len(y)
    return loss, dz
