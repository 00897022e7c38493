# bug: The gradient passes wherever x is not zero, so negative units get a gradient too.
# output: dx
# line: 15
# accept: none
import numpy as np


def relu_forward(x):
    out = x.copy()
    out[out < 0] = 0
    return out, x


def relu_backward(dout, cache):
    mask = cache.astype(bool)
    return dout * mask
