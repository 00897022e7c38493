# bug: The sigmoid is exp(z)/(1 + exp(z)), which is NaN for large positive net inputs.
# output: loss, dw, db
# line: 11
# accept: exp-overflows
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    ez = np.exp(x @ w + b)
    a = ez / (1 + ez)
    r = a - y
    loss = (r**2).mean()
    dz = 2 * r * a * (1 - a) / N
    return loss, x.T @ dz, dz.sum()
