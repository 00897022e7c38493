# bug: The gradient is written into a buffer of x's dtype, so integer x cuts it to whole numbers.
# output: dx
# line: 15
# accept: none
import numpy as np


def relu_forward(x):
    out = np.maximum(x, 0)
    return out, x


def relu_backward(dout, cache):
    x = cache
    dx = np.zeros_like(x)
    dx[x > 0] = dout[x > 0]
    return dx
