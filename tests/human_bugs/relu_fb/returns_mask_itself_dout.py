# bug: Returns the mask itself, dout forgotten.
# output: dx
# line: 16
# accept: upstream-missing
import numpy as np


def relu_forward(x):
    out = x.copy()
    out[out < 0] = 0
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx = np.ones_like(dout)
    dx[cache <= 0] = 0
    return dx
