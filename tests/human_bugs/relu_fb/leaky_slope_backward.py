# bug: Leaky slope in backward.
# output: dx
# line: 17
# accept: leak-added
import numpy as np


def relu_forward(x):
    out = x.copy()
    out[out < 0] = 0
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx = dout.copy()
    dx[cache <= 0] *= 0.01
    return dx
