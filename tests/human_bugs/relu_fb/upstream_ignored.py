# bug: The backward pass returns the local derivative and forgets to multiply by dout.
# output: dx
# line: 16
# accept: upstream-missing
import numpy as np


def relu_forward(x):
    out = x * (x > 0)
    cache = x
    return out, cache


def relu_backward(dout, cache):
    x = cache
    dx = np.where(x > 0, 1.0, 0.0)
    return dx
