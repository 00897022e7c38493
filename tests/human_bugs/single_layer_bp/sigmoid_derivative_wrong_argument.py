# bug: Sigmoid derivative at the wrong argument: z*(1-z).
# output: dw, db
# line: 14
# accept: derivative-of-preactivation
import numpy as np

def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = 1 / (1 + np.exp(-z))
    err = a - y
    loss = np.mean(err ** 2)
    da = 2 * err / N
    dz = da * z * (1 - z)
    dw = x.T @ dz
    db = np.sum(dz)
    return loss, dw, db
