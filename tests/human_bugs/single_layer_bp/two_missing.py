# bug: The factor 2 of the square is missing in the gradient.
# output: dw, db
# line: 13
# accept: factor-two-dropped
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = np.dot(x, w) + b
    a = np.exp(-np.logaddexp(0, -z))
    loss = np.mean((a - y) ** 2)
    delta = (a - y) * a * (1 - a)
    dw = np.dot(x.T, delta) / N
    db = np.sum(delta) / N
    return loss, dw, db
