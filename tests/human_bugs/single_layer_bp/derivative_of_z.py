# bug: The sigmoid derivative is written with the net input, z(1 - z), instead of the activation.
# output: dw, db
# line: 14
# accept: derivative-of-preactivation
import numpy as np


def single_layer_loss(x, y, w, b):
    N, D = x.shape
    z = x.dot(w) + b
    a = 0.5 + 0.5 * np.tanh(0.5 * z)
    loss = np.square(a - y).mean()
    da = 2 * (a - y) / N
    dz = da * z * (1 - z)
    return loss, x.T.dot(dz), dz.sum()
