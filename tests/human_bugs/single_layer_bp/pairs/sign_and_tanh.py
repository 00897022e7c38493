# bug: The residual has the wrong sign.
# bug: The derivative of tanh is used for the sigmoid.
# output: dw, db
# line: 15; 16
# accept: sign-flipped; tanh-for-sigmoid
import numpy as np


def single_layer_loss(x, y, w, b):
    N = x.shape[0]
    z = x @ w + b
    a = np.exp(-np.logaddexp(0, -z))
    e = y - a
    loss = np.mean(e * e)
    d = 2 * e / N
    d = d * (1 - a * a)
    return loss, x.T @ d, d.sum()
