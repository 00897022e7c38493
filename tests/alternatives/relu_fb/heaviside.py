"""The identity max(x, 0) = (x + |x|)/2 forward and the step function with H(0) = 0 backward."""

import numpy as np


def relu_forward(x):
    return (x + np.abs(x)) / 2, np.heaviside(x, 0.0)


def relu_backward(dout, cache):
    return cache * dout
