# bug: Targets hardened at 0.5.
# output: dz, loss
# line: 18
# accept: soft-target-rounded
import numpy as np


def log_sigmoid(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def sigmoid(z):
    return np.exp(log_sigmoid(z))


def bce_with_logits(z, y, pos_weight=1.0):
    n = len(z)
    y = (y > 0.5).astype(float)
    total = 0.0
    dz = np.zeros(n)
    for i in range(n):
        pos = -pos_weight * y[i] * log_sigmoid(z[i])
        neg = -(1 - y[i]) * log_sigmoid(-z[i])
        total += pos + neg
        s = sigmoid(z[i])
        dz[i] = (1 - y[i]) * s - pos_weight * y[i] * (1 - s)
    return total / n, dz / n
