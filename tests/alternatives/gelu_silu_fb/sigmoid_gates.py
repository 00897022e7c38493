"""The tanh form as x·σ(2u), with log-space sigmoids; caches are dictionaries."""

from math import erf, pi, sqrt

import numpy as np


def sigmoid(x):
    return np.exp(-np.logaddexp(0.0, -x))


def gelu_forward(x, approximate="none"):
    if approximate == "tanh":
        arg = 2 * sqrt(2 / pi) * (x + 0.044715 * np.power(x, 3))
        gate = sigmoid(arg)
    else:
        gate = np.array([(1 + erf(v / sqrt(2))) / 2 for v in x.ravel()]).reshape(x.shape)
    return gate * x, {"x": x, "gate": gate, "kind": approximate}


def gelu_backward(dout, cache):
    x, gate = cache["x"], cache["gate"]
    if cache["kind"] == "tanh":
        inner = 2 * sqrt(2 / pi) * (1 + 3 * 0.044715 * x * x)
        return dout * gate + dout * x * gate * (1 - gate) * inner
    density = np.exp(-np.square(x) / 2) / np.sqrt(2 * np.pi)
    return dout * gate + dout * x * density


def silu_forward(x):
    return x * sigmoid(x), {"x": x}


def silu_backward(dout, cache):
    x = cache["x"]
    return dout * sigmoid(x) + dout * x * sigmoid(x) * sigmoid(-x)
