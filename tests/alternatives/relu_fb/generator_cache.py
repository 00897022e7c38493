"""The cache is a suspended generator that waits for the upstream gradient."""

import numpy as np


def _both_ways(x):
    positive = x > 0
    dout = yield np.where(positive, x, np.zeros_like(x))
    yield dout * positive


def relu_forward(x):
    walk = _both_ways(x)
    return next(walk), walk


def relu_backward(dout, cache):
    return cache.send(dout)
