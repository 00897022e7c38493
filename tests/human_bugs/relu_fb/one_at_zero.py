# bug: The derivative at x = 0 is 1 instead of 0, since the mask uses >=.
# output: dx
# line: 14
# accept: kink-included
import numpy as np


def relu_forward(x):
    return np.maximum(0, x), x


def relu_backward(dout, cache):
    x = cache
    dx = dout * (x >= 0)
    return dx
