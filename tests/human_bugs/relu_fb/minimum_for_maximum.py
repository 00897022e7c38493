# bug: The forward pass keeps the negative half: minimum where maximum is meant.
# output: out
# line: 10
# accept: minimum-for-maximum
# edit: behaves as if np.minimum(x, 0.0) stood where np.maximum(x, 0.0) belongs
import numpy as np


def relu_forward(x):
    return np.minimum(0, x), x


def relu_backward(dout, cache):
    x = cache
    grad = np.zeros_like(dout)
    grad[x > 0] = dout[x > 0]
    return grad
