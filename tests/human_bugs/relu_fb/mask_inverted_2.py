# bug: Mask inverted.
# output: dx
# line: 17
# accept: mask-inverted
import numpy as np


def relu_forward(x):
    out = x.copy()
    out[out < 0] = 0
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx = dout.copy()
    dx[cache > 0] = 0
    return dx
