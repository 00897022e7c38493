"""x·cos + rotated(x)·sin with the tables repeated for both columns of a pair."""

import numpy as np


def tables(positions, width, base):
    inverse = 1.0 / (base ** (np.arange(0, width, 2) / width))
    angles = np.repeat(np.einsum("t,i->ti", positions, inverse), 2, axis=1)
    return np.cos(angles), np.sin(angles)


def rotated(x):
    out = np.empty(x.shape)
    out[..., ::2] = -x[..., 1::2]
    out[..., 1::2] = x[..., ::2]
    return out


def rope(x, positions, base=10000.0):
    cos, sin = tables(positions, x.shape[-1], base)
    return x * cos + rotated(x) * sin


def rope_backward(dout, positions, base=10000.0):
    cos, sin = tables(positions, dout.shape[-1], base)
    return dout * cos - rotated(dout * sin)
