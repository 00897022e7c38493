# bug: The bias gradient takes the mean of dz although dz already holds 1/N.
# output: db
# line: 15
# accept: mean-twice
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    s = 0.5 * (1 + np.tanh((np.matmul(x, w) + b) / 2))
    loss = np.mean(np.square(s - y))
    ds = 2 * (s - y) / N
    dz = ds * s * (1 - s)
    dw = np.matmul(x.T, dz)
    db = np.mean(dz)
    return loss, dw, db
