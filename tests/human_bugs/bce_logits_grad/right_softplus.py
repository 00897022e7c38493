import numpy as np


def bce_with_logits(z, y, pos_weight=1.0):
    N = z.shape[0]
    softplus_neg = np.maximum(-z, 0) + np.log1p(np.exp(-np.abs(z)))
    weight = 1 + (pos_weight - 1) * y
    loss = np.mean((1 - y) * z + weight * softplus_neg)
    e = np.exp(-np.abs(z))
    p = np.where(z >= 0, 1 / (1 + e), e / (1 + e))
    dz = ((1 - y) * p - pos_weight * y * (1 - p)) / N
    return loss, dz
