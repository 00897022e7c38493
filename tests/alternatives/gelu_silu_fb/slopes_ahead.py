"""The slope is found in the forward pass already, and the backward pass only multiplies."""

import math

import numpy as np

erf = np.vectorize(math.erf, otypes=[np.float64])


def gelu_forward(x, approximate="none"):
    if approximate == "none":
        half = 0.5 + erf(x / 2**0.5) / 2
        return x * half, half + x * np.exp(-(x**2) / 2) * (2 * np.pi) ** -0.5
    k, c = np.sqrt(2 / np.pi), 0.044715
    tanh = np.tanh(k * x * (1 + c * x * x))
    sech2 = (1 - tanh) * (1 + tanh)
    return (x + x * tanh) / 2, (1 + tanh + sech2 * (k * x + 3 * k * c * x**3)) / 2


def gelu_backward(dout, slope):
    return slope * dout


def swish_forward(x):
    e = np.exp(-np.abs(x))
    s = np.where(x >= 0, 1.0, e) / (1 + e)
    out = x * s
    return out, out + s * (1 - out)


def swish_backward(dout, slope):
    return slope * dout
