# bug: The gradient of the cross-entropy, (a - y)/N, is used for the squared error.
# output: dw, db
# line: 14
# accept: cross-entropy-gradient
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = 0.5 * (1 + np.tanh(z / 2))
    loss = np.mean((a - y) ** 2)
    # gradient of a sigmoid output unit
    dz = (a - y) / N
    dw = x.T @ dz
    db = np.sum(dz)
    return loss, dw, db
