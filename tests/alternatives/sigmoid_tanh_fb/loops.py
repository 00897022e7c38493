"""Number by number with the math module."""

import math

import numpy as np


def _sigmoid(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    return math.exp(v) / (1 + math.exp(v))


def sigmoid_forward(x):
    out = np.array([_sigmoid(float(v)) for v in x.ravel()]).reshape(x.shape)
    return out, {"out": out}


def sigmoid_backward(dout, cache):
    dx = np.zeros(dout.shape)
    for index in np.ndindex(*dout.shape):
        s = cache["out"][index]
        dx[index] = dout[index] * (s - s * s)
    return dx


def tanh_forward(x):
    out = np.array([math.tanh(float(v)) for v in x.ravel()]).reshape(x.shape)
    return out, {"out": out}


def tanh_backward(dout, cache):
    dx = np.zeros(dout.shape)
    for index in np.ndindex(*dout.shape):
        dx[index] = dout[index] * (1 - cache["out"][index] ** 2)
    return dx
