# bug: Dw multiplies by the weights, not the input.
# output: dw
# line: 20
# accept: weight-for-input
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
        delta = 2 * err * a * (1 - a)
        dw = dw + delta * w
        db = db + delta
    return loss / N, dw / N, db / N
