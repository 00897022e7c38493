# bug: The net input forgets the bias.
# bug: The bias gradient averages dz a second time.
# output: loss, dw, db
# line: 11; 16
# accept: bias-missing; mean-twice
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x.dot(w)
    a = 0.5 * (1 + np.tanh(z / 2))
    loss = ((a - y) ** 2).sum() / N
    dz = 2 * (a - y) / N * a * (1 - a)
    dw = x.T.dot(dz)
    db = dz.mean()
    return loss, dw, db
