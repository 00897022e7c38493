"""Sample by sample with the math module."""

import math

import numpy as np


def _softplus(v):
    return max(v, 0.0) + math.log1p(math.exp(-abs(v)))


def focal_loss(z, y, gamma=2.0, alpha=0.25):
    N = z.shape[0]
    loss, dz = 0.0, np.zeros(N)
    for n in range(N):
        v = float(z[n])
        if y[n] == 1:
            a, s, sign = alpha, v, 1.0
        else:
            a, s, sign = 1 - alpha, -v, -1.0
        log_pt = -_softplus(-s)
        pt, rest = math.exp(log_pt), math.exp(-_softplus(s))
        loss -= a * rest**gamma * log_pt / N
        dz[n] = sign * a * rest**gamma * (gamma * pt * log_pt - rest) / N
    return loss, dz
