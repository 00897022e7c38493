# bug: Loss treats soft targets as hard.
# output: loss
# line: 28
# accept: soft-target-rounded
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
        weight = pos_weight * y[i] + (1.0 - y[i])
        if y[i] > 0.5:
            total += pos_weight * softplus(-z[i])
        else:
            total += softplus(z[i])
        dz[i] = weight * p - pos_weight * y[i]
    return total / n, dz / n
