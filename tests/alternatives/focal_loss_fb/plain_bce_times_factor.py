"""Probabilities by class, the cross-entropy by itself, and its derivative by the quotient of both."""

import numpy as np


def focal_loss(z, y, gamma=2.0, alpha=0.25):
    z = np.asarray(z, dtype=float)
    N = len(z)
    ce = np.maximum(z, 0) - z * y + np.log1p(np.exp(-abs(z)))
    p = np.exp(-np.logaddexp(0, -z))
    q = np.exp(-np.logaddexp(0, z))
    miss = p * (1 - y) + q * y  # 1 - p_t
    hit = p * y + q * (1 - y)
    weight = alpha * y + (1 - alpha) * (1 - y)
    loss = (weight * miss**gamma * ce).mean()
    dce = p * (1 - y) - q * y
    dfactor = gamma * miss**gamma * hit * (1 - 2 * y)
    return loss, weight * (miss**gamma * dce + dfactor * ce) / N
