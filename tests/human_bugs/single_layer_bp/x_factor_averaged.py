# bug: The input factor of dw is averaged over the batch before it meets dz, so samples are no longer paired.
# output: dw
# line: 14
# accept: product-after-sum
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = np.exp(-np.logaddexp(0, -z))
    loss = np.mean((a - y) ** 2)
    dz = 2 * (a - y) * a * (1 - a) / N
    dw = np.mean(x, axis=0) * np.sum(dz)
    db = np.sum(dz)
    return loss, dw, db
