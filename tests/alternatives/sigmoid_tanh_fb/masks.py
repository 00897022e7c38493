"""Boolean masks for the two halves; the caches hold the slopes."""

import numpy as np


def sigmoid_forward(x):
    out = np.empty(x.shape, dtype=np.result_type(x, np.float32))
    pos = x >= 0
    out[pos] = 1 / (1 + np.exp(-x[pos]))
    e = np.exp(x[~pos])
    out[~pos] = e / (1 + e)
    return out, out * (1 - out)


def sigmoid_backward(dout, cache):
    return dout * cache


def tanh_forward(x):
    s, _ = sigmoid_forward(2 * x)
    out = 2 * s - 1
    return out, (1 - out) * (1 + out)


def tanh_backward(dout, cache):
    return cache * dout
