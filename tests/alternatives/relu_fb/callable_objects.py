"""The two names are instances of classes with __call__."""

import numpy as np


class Forward:
    def __call__(self, x):
        return np.fmax(x, np.zeros_like(x)), np.sign(x)


class Backward:
    def __call__(self, dout, signs):
        return np.where(signs == 1, dout, 0.0)


relu_forward, relu_backward = Forward(), Backward()
