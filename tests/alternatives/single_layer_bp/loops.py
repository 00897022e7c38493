"""Sample by sample, weight by weight, with Python floats."""

import math

import numpy as np


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    loss = 0.0
    dw = [0.0] * D
    db = 0.0
    for n in range(N):
        z = b
        for d in range(D):
            z += float(x[n, d]) * float(w[d])
        if z > 0:
            a = 1 / (1 + math.exp(-z))
        else:
            a = math.exp(z) / (1 + math.exp(z))
        error = a - float(y[n])
        loss += error * error
        delta = 2 * error * a * (1 - a)
        for d in range(D):
            dw[d] += delta * float(x[n, d])
        db += delta
    return loss / N, np.array(dw) / N, db / N
