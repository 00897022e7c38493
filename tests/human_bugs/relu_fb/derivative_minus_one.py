# bug: The derivative is taken as the sign of x, hence -1 for negative x instead of 0.
# output: dx
# line: 14
# accept: none
import numpy as np


def relu_forward(x):
    return np.maximum(x, 0.0), (x,)


def relu_backward(dout, cache):
    (x,) = cache
    local = np.sign(x)
    return local * dout
