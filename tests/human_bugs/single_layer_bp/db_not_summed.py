# bug: The bias gradient is left as a vector of N numbers: the sum is missing.
# output: db
# line: 15
# accept: batch-sum-missing
# edit: behaves as if np.sum were left out
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    a = 0.5 * (1 + np.tanh((x @ w + b) / 2))
    loss = np.mean((a - y) ** 2)
    dz = 2 / N * (a - y) * a * (1 - a)
    dw = x.T @ dz
    db = dz
    return loss, dw, db
