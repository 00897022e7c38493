"""Keeps the output instead of the input: out > 0 exactly where x > 0."""

import numpy as np


def relu_forward(x):
    output = np.maximum(x, 0)
    return output, output


def relu_backward(dout, cache):
    return dout * (cache > 0)
