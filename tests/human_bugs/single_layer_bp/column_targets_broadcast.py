# bug: The activation is a column (N, 1) and y a vector (N,), so a - y broadcasts to an N by N matrix.
# output: loss, dw, db
# line: 12
# accept: none
import numpy as np


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    z = x @ w.reshape(D, 1) + b
    a = 0.5 * (1 + np.tanh(z / 2))
    diff = a - y
    loss = np.sum(diff**2) / N
    dz = 2 / N * diff * a * (1 - a)
    dw = (x.T @ dz).sum(axis=1)
    db = dz.sum()
    return loss, dw, db
