# bug: A factor 1/2 is added to the loss and cancels the 2 of the gradient.
# output: loss, dw, db
# line: 12, 13
# accept: convention
import numpy as np


def single_layer_loss(x, y, w, b):
    N = len(x)
    z = x @ w + b
    a = np.exp(-np.logaddexp(0, -z))
    loss = 1 / (2 * N) * np.sum((a - y) ** 2)
    dz = (a - y) * a * (1 - a) / N
    return loss, x.T @ dz, dz.sum()
