"""Entry by entry from the two cases of the derivative."""

import math

import numpy as np


def softmax_layer_forward(z):
    N, C = z.shape
    p = np.zeros((N, C))
    for n in range(N):
        top = max(float(v) for v in z[n])
        e = [math.exp(float(v) - top) for v in z[n]]
        for c in range(C):
            p[n, c] = e[c] / math.fsum(e)
    return p


def softmax_layer_backward(dp, p):
    dz = np.zeros(p.shape)
    for n, j in np.ndindex(*p.shape):
        for i in range(p.shape[1]):
            dz[n, j] += dp[n, i] * (p[n, i] * (1 - p[n, i]) if i == j else -p[n, i] * p[n, j])
    return dz
