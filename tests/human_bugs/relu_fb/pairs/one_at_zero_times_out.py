# bug: The maximum is taken with 1 instead of 0.
# bug: The gradient is multiplied by the output.
# output: out, dx
# line: 10; 15
# accept: none; value-for-derivative
import numpy as np


def relu_forward(x):
    out = np.maximum(x, 1)
    return out, np.maximum(x, 0)


def relu_backward(dout, cache):
    dx = dout * cache
    return dx
