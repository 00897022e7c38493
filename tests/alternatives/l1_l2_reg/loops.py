"""Weight by weight."""

import numpy as np


def l1_l2_penalty(W, l1, l2):
    penalty = 0.0
    dW = np.zeros(W.shape)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            v = float(W[i, j])
            penalty += l1 * abs(v) + l2 * v * v / 2
            if v > 0:
                dW[i, j] = l1
            elif v < 0:
                dW[i, j] = -l1
            dW[i, j] += l2 * v
    return penalty, dW
