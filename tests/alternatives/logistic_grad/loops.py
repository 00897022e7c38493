"""Sample by sample with the math module."""

import math

import numpy as np


def logistic_loss(X, y, w, b):
    N, D = X.shape
    loss, dw, db = 0.0, np.zeros(D), 0.0
    for n in range(N):
        z = b
        for d in range(D):
            z += float(X[n, d]) * float(w[d])
        e = math.exp(-abs(z))
        p = 1 / (1 + e) if z >= 0 else e / (1 + e)
        loss += max(z, 0.0) - z * float(y[n]) + math.log1p(e)
        for d in range(D):
            dw[d] += (p - y[n]) * X[n, d]
        db += p - y[n]
    return loss / N, dw / N, db / N
