# bug: The net input forgets the bias b.
# output: loss, dw, db
# line: 10
# accept: bias-missing
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w
    a = np.exp(-np.logaddexp(0, -z))
    loss = ((a - y) ** 2).mean()
    dz = 2 * (a - y) * a * (1 - a) / N
    dw = (x * dz[:, None]).sum(axis=0)
    db = dz.sum()
    return loss, dw, db
