# bug: Abs in place of relu.
# output: out
# line: 10
# accept: other-activation
import numpy as np


def relu_forward(x):
    out = x.copy()
    out[out < 0] *= -1
    cache = x
    return out, cache


def relu_backward(dout, cache):
    dx = dout.copy()
    dx[cache <= 0] = 0
    return dx
