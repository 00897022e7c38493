# bug: The layer lets 1 % of negative values through: it is a leaky ReLU in both directions.
# output: out, dx
# line: 9, 15
# accept: leak-added
import numpy as np


def relu_forward(x):
    out = np.where(x > 0, x, 0.01 * x)
    return out, x


def relu_backward(dout, cache):
    x = cache
    dx = np.where(x > 0, dout, 0.01 * dout)
    return dx
