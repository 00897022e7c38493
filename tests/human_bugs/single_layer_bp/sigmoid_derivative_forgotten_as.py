# bug: Sigmoid derivative forgotten (as if cross-entropy).
# output: dw, db
# line: 14
# accept: activation-slope-missing
import numpy as np

def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = 1 / (1 + np.exp(-z))
    err = a - y
    loss = np.mean(err ** 2)
    da = 2 * err / N
    dz = da
    dw = x.T @ dz
    db = np.sum(dz)
    return loss, dw, db
