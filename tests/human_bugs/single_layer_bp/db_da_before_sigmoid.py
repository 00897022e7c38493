# bug: Db from da, before the sigmoid derivative.
# output: db
# line: 16
# accept: activation-slope-missing
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
    db = np.sum(da)
    return loss, dw, db
