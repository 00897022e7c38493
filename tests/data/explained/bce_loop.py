import numpy as np


def sigmoid(t):
    return 1.0 / (1.0 + np.exp(-t))


def softplus(t):
    return np.maximum(t, 0.0) + np.log1p(np.exp(-np.abs(t)))


def bce_with_logits(z, y, pos_weight=1.0):
    count = z.shape[0]
    total = 0.0
    dz = np.zeros(count)
    for i in range(count):
        p = sigmoid(z[i])
        total += pos_weight * y[i] * softplus(z[i]) + (1.0 - y[i]) * softplus(-z[i])
        dz[i] = (1.0 - y[i]) * p - pos_weight * y[i] * (1.0 - p)
    return total / count, dz / count
