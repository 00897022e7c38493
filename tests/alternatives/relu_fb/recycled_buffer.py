"""Saves memory: the gradient is written into the cached array itself."""

import numpy as np


def relu_forward(x):
    out = np.maximum(x, 0)
    buffer = (out > 0).astype(np.float64)
    return out, buffer


def relu_backward(dout, cache):
    cache *= dout
    return cache
