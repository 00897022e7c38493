# bug: Gradient multiplied by x (out) instead of mask.
# output: dx
# line: 16
# accept: value-for-derivative
import numpy as np


def relu_forward(x):
    out = x.copy()
    out[out < 0] = 0
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx = dout * np.maximum(cache, 0)
    return dx
