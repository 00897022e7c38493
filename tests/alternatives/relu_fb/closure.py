"""Forward returns its own pull-back function in the place of a cache."""

import numpy as np


def relu_forward(x):
    alive = np.greater(x, 0)

    def vjp(upstream):
        return np.multiply(upstream, alive)

    return np.multiply(x, alive), vjp


def relu_backward(dout, cache):
    return cache(dout)
