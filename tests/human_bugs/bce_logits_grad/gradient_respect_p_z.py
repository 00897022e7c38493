# bug: Gradient with respect to p, not z: chain factor missing.
# output: dz
# line: 25
# accept: none
import numpy as np


def log_sigmoid(z):
    return np.minimum(z, 0) - np.log1p(np.exp(-np.abs(z)))


def sigmoid(z):
    return np.exp(log_sigmoid(z))


def bce_with_logits(z, y, pos_weight=1.0):
    n = len(z)
    total = 0.0
    dz = np.zeros(n)
    for i in range(n):
        pos = -pos_weight * y[i] * log_sigmoid(z[i])
        neg = -(1 - y[i]) * log_sigmoid(-z[i])
        total += pos + neg
        s = sigmoid(z[i])
        dz[i] = (1 - y[i]) / (1 - s + 1e-12) - pos_weight * y[i] / (s + 1e-12)
    return total / n, dz / n
