"""The textbook stable form (1-y)z + (1+(w-1)y)(log1p(exp(-|z|)) + max(-z, 0))."""

import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    weight = 1 + (pos_weight - 1) * y
    e = np.exp(-np.abs(z))
    softplus_minus = np.log1p(e) + np.maximum(-z, 0)
    loss = np.mean((1 - y) * z + weight * softplus_minus)
    sigmoid_minus = np.where(z >= 0, e, 1.0) / (1 + e)
    dz = ((1 - y) - weight * sigmoid_minus) / z.shape[0]
    return loss, dz
