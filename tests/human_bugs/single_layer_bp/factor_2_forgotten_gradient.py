# bug: Factor 2 forgotten in the gradient.
# output: dw, db
# line: 13
# accept: factor-two-dropped
import numpy as np

def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = 1 / (1 + np.exp(-z))
    err = a - y
    loss = np.mean(err ** 2)
    da = err / N
    dz = da * a * (1 - a)
    dw = x.T @ dz
    db = np.sum(dz)
    return loss, dw, db
