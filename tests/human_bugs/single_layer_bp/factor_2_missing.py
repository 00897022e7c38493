# bug: The factor 2 missing.
# output: db, dw
# line: 19
# accept: factor-two-dropped
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
        delta = err * a * (1 - a)
        dw = dw + delta * xi
        db = db + delta
    return loss / N, dw / N, db / N
