"""The Huber loss from the clipped residual: c·(r − c/2)."""

import numpy as np


def l1_loss(yhat, y):
    r = np.subtract(yhat, y)
    s = (r > 0).astype(float) - (r < 0)
    return np.dot(s, r) / len(r), s / len(r)


def huber_loss(yhat, y, delta):
    r = np.subtract(yhat, y)
    c = np.clip(r, -delta, delta)
    return np.mean(c * (r - c / 2)), c / len(r)
