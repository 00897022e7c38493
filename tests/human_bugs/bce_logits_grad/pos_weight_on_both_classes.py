# bug: Pos_weight on both classes.
# output: dz, loss
# line: 27
# accept: pos-weight-on-all
import math

import numpy as np


def sigmoid(t):
    if t >= 0:
        return 1.0 / (1.0 + math.exp(-t))
    e = math.exp(t)
    return e / (1.0 + e)


def softplus(t):
    return max(t, 0.0) + math.log1p(math.exp(-abs(t)))


def bce_with_logits(z, y, pos_weight=1.0):
    n = z.shape[0]
    total = 0.0
    dz = np.zeros(n)
    for i in range(n):
        p = sigmoid(z[i])
        weight = pos_weight * y[i] + pos_weight * (1.0 - y[i])
        total += pos_weight * y[i] * softplus(-z[i])
        total += pos_weight * (1.0 - y[i]) * softplus(z[i])
        dz[i] = weight * p - pos_weight * y[i]
    return total / n, dz / n
