# bug: Threshold on dout, not on x.
# output: dx
# line: 17
# accept: mask-of-upstream
import numpy as np


def relu_forward(x):
    out = x.copy()
    out[out < 0] = 0
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx = dout.copy()
    dx[dout <= 0] = 0
    return dx
