# bug: The factor 2 is missing.
# bug: The mean 1/N is missing in the gradient.
# output: dw, db
# line: 14; 14
# accept: factor-two-dropped; mean-missing
# edit: behaves as if error stood where da belongs
# edit of the second: behaves as if error stood where da belongs
import numpy as np


def single_layer_loss(x, y, w, b):
    a = 0.5 * (1 + np.tanh((x @ w + b) / 2))
    loss = np.mean((a - y) ** 2)
    dz = (a - y) * a * (1 - a)
    dw = x.T @ dz
    db = dz.sum()
    return loss, dw, db
