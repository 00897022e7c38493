"""The sigmoid as a stretched tanh; the backward passes start again from x."""

import numpy as np


def sigmoid_forward(x):
    return 0.5 * (1 + np.tanh(x / 2)), x


def sigmoid_backward(dout, cache):
    t = np.tanh(cache / 2)
    return dout * (1 - t * t) / 4


def tanh_forward(x):
    return np.tanh(x), (x,)


def tanh_backward(dout, cache):
    (x,) = cache
    return dout * (1 - np.tanh(x) ** 2)
