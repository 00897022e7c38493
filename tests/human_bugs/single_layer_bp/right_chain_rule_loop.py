import math

import numpy as np


def sigmoid(z):
    if z >= 0:
        return 1 / (1 + math.exp(-z))
    return math.exp(z) / (1 + math.exp(z))


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    loss = 0.0
    dw = np.zeros(D)
    db = 0.0
    for n in range(N):
        z = sum(float(x[n, d]) * w[d] for d in range(D)) + b
        a = sigmoid(z)
        loss += (a - y[n]) ** 2 / N
        dL_da = 2 * (a - y[n]) / N
        da_dz = a * sigmoid(-z)
        for d in range(D):
            dw[d] += dL_da * da_dz * x[n, d]
        db += dL_da * da_dz
    return loss, dw, db
