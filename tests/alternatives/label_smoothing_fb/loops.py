"""Sample by sample and class by class with the math module."""

import math

import numpy as np


def label_smoothing_loss(z, y, eps):
    N, C = z.shape
    total, dz = 0.0, np.zeros((N, C))
    for n in range(N):
        row = [float(v) for v in z[n]]
        top = max(row)
        lse = top + math.log(sum(math.exp(v - top) for v in row))
        for k in range(C):
            target = eps / C
            if k == y[n]:
                target += 1 - eps
            total += target * (lse - row[k])
            dz[n, k] = (math.exp(row[k] - lse) - target) / N
    return total / N, dz
