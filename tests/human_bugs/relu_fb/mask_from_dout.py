# bug: The mask is taken from the sign of dout instead of x.
# output: dx
# line: 15
# accept: mask-of-upstream
import numpy as np


def relu_forward(x):
    out = np.maximum(0, x)
    return out, x


def relu_backward(dout, cache):
    dx = np.array(dout, copy=True)
    dx[dout <= 0] = 0
    return dx
