"""Number by number with the math module."""

import math

import numpy as np

S = math.sqrt(2 / math.pi)


def _gelu(v):
    return 0.5 * v * math.erfc(-v / math.sqrt(2))


def _dgelu(v):
    return 0.5 * math.erfc(-v / math.sqrt(2)) + v * math.exp(-v * v / 2) / math.sqrt(2 * math.pi)


def _gelu_tanh(v):
    return 0.5 * v * (1 + math.tanh(S * (v + 0.044715 * v**3)))


def _dgelu_tanh(v):
    t = math.tanh(S * (v + 0.044715 * v**3))
    return 0.5 * (1 + t) + 0.5 * v * (1 - t * t) * S * (1 + 0.134145 * v * v)


def _sigmoid(v):
    if v >= 0:
        return 1 / (1 + math.exp(-v))
    e = math.exp(v)
    return e / (1 + e)


def _each(rule, x):
    out = np.empty(x.shape)
    for place in np.ndindex(x.shape):
        out[place] = rule(float(x[place]))
    return out


def gelu_forward(x, approximate="none"):
    return _each(_gelu_tanh if approximate == "tanh" else _gelu, x), (x, approximate)


def gelu_backward(dout, cache):
    x, approximate = cache
    return dout * _each(_dgelu_tanh if approximate == "tanh" else _dgelu, x)


def silu_forward(x):
    return _each(lambda v: v * _sigmoid(v), x), x


def silu_backward(dout, x):
    return dout * _each(lambda v: _sigmoid(v) * (1 + v * (1 - _sigmoid(v))), x)
