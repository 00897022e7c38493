# bug: Derivative evaluated at the net input again: sigma(a)(1-sigma(a)).
# output: db, dw
# line: 19
# accept: activation-twice
import numpy as np


def sigma(s):
    return 1.0 / (1.0 + np.exp(-s))


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    loss, dw, db = 0.0, np.zeros(D), 0.0
    for xi, yi in zip(x, y):
        a = sigma(np.dot(xi, w) + b)
        err = a - yi
        loss += err**2
        delta = 2 * err * sigma(a) * (1 - sigma(a))
        dw = dw + delta * xi
        db = db + delta
    return loss / N, dw / N, db / N
