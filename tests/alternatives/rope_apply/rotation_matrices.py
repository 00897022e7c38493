"""A block-diagonal rotation matrix for each position."""

import math

import numpy as np


def matrix(p, width, base):
    R = np.zeros((width, width))
    for i in range(width // 2):
        theta = p / base ** (2 * i / width)
        c, s = math.cos(theta), math.sin(theta)
        R[2 * i : 2 * i + 2, 2 * i : 2 * i + 2] = [[c, -s], [s, c]]
    return R


def apply_rope(x, positions, base=10000.0):
    out = np.zeros(x.shape)
    for t, p in enumerate(positions):
        out[:, :, t] = x[:, :, t] @ matrix(p, x.shape[-1], base).T
    return out


def apply_rope_backward(dout, positions, base=10000.0):
    dx = np.zeros(dout.shape)
    for t, p in enumerate(positions):
        dx[:, :, t] = dout[:, :, t] @ matrix(p, dout.shape[-1], base)
    return dx
