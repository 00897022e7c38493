"""Works on the rows of the transpose, entry by entry, in plain Python."""

import math

import numpy as np


def weightnorm_forward(v, g):
    units = [[float(x) for x in unit] for unit in v.T]
    lengths = [math.sqrt(sum(x * x for x in unit)) for unit in units]
    W = [[float(gain) * x / s for x in unit] for unit, s, gain in zip(units, lengths, g)]
    return np.array(W).T, (units, lengths, g)


def weightnorm_backward(dW, cache):
    units, lengths, g = cache
    dv, dg = [], []
    for unit, s, gain, upstream in zip(units, lengths, g, dW.T):
        dot = sum(x * float(d) for x, d in zip(unit, upstream))
        dg.append(dot / s)
        dv.append([float(gain) * (float(d) / s - x * dot / s**3) for x, d in zip(unit, upstream)])
    return np.array(dv).T, np.array(dg)
