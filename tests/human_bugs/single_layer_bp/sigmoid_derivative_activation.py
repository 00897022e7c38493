# bug: Sigmoid derivative of the activation.
# output: db, dw
# line: 19
# accept: activation-twice
import numpy as np


def sigma(s):
    return 1.0 / (1.0 + np.exp(-s))


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    loss, dw, db = 0.0, np.zeros(D), 0.0
    for n in range(N):
        a = sigma(sum(x[n, d] * w[d] for d in range(D)) + b)
        e = a - y[n]
        loss += e ** 2 / N
        delta = 2 * e * sigma(a) * (1 - sigma(a)) / N
        for d in range(D):
            dw[d] += delta * x[n, d]
        db += delta
    return loss, dw, db
