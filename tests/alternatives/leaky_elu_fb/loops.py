"""Number by number with the math module."""

import math

import numpy as np


def prelu_forward(x, alpha):
    out = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        out[i] = x[i] if x[i] > 0 else alpha * x[i]
    return out, (x, alpha)


def prelu_backward(dout, cache):
    x, alpha = cache
    dx, dalpha = np.zeros(x.shape), 0.0
    for i in np.ndindex(*x.shape):
        if x[i] > 0:
            dx[i] = dout[i]
        else:
            dx[i] = alpha * dout[i]
            dalpha += float(dout[i]) * float(x[i])
    return dx, dalpha


def elu_forward(x, alpha=1.0):
    out = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        v = float(x[i])
        out[i] = v if v > 0 else alpha * math.expm1(v)
    return out, (x, alpha)


def elu_backward(dout, cache):
    x, alpha = cache
    dx = np.zeros(x.shape)
    for i in np.ndindex(*x.shape):
        v = float(x[i])
        dx[i] = dout[i] * (1.0 if v > 0 else alpha * math.exp(v))
    return dx
