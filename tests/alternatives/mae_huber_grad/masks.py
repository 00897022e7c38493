"""Boolean masks pick the two parts; squared error less what exceeds the threshold."""

import numpy as np


def mae_loss(yhat, y):
    r = yhat - y
    d = np.zeros(r.shape)
    d[r > 0], d[r < 0] = 1, -1
    return np.abs(r).sum() / r.size, d / r.size


def huber_loss_grad(yhat, y, delta):
    r = (yhat - y).astype(float)
    excess = np.maximum(np.abs(r) - delta, 0)
    d = r.copy()
    d[r > delta] = delta
    d[r < -delta] = -delta
    return np.mean(r**2 - excess**2) / 2, d / r.size
