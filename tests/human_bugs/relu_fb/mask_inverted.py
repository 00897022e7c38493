# bug: The gradient is set to zero where x is positive, so the mask is the wrong way round.
# output: dx
# line: 17
# accept: mask-inverted
import numpy as np


def relu_forward(x):
    out = np.copy(x)
    out[x < 0] = 0
    return out, x


def relu_backward(dout, cache):
    x = cache
    dx = dout.copy()
    dx[x > 0] = 0
    return dx
