"""Every index in turn, with an if."""

import numpy as np


def relu_forward(x):
    out = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        if x[index] > 0:
            out[index] = x[index]
    cache = x
    return out, cache


def relu_backward(dout, cache):
    x = cache
    dx = np.zeros(dout.shape)
    for index in np.ndindex(x.shape):
        if x[index] > 0:
            dx[index] = dout[index]
        else:
            dx[index] = 0.0
    return dx
