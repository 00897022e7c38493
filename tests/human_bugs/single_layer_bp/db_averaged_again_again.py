# bug: Db averaged again.
# output: db
# line: 16
# accept: mean-twice
import numpy as np

def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = 1 / (1 + np.exp(-z))
    err = a - y
    loss = np.mean(err ** 2)
    da = 2 * err / N
    dz = da * a * (1 - a)
    dw = x.T @ dz
    db = np.mean(dz)
    return loss, dw, db
