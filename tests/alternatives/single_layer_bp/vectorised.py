"""Four lines of array code with the plain logistic formula."""

import numpy as np


def single_layer_loss(x, y, w, b):
    with np.errstate(over="ignore"):  # exp(1000) = inf gives a = 0, which is right
        a = 1 / (1 + np.exp(-(x @ w + b)))
    delta = 2 * (a - y) * a * (1 - a) / len(y)
    return np.mean((a - y) ** 2), x.T @ delta, delta.sum()
