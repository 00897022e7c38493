"""Pairs as complex numbers; the backward pass multiplies by the conjugate."""

import numpy as np


def turn(x, positions, base, direction):
    half = x.shape[-1] // 2
    rate = base ** (-np.arange(half) / half)
    angle = direction * np.outer(positions, rate)
    pairs = x.reshape(*x.shape[:-1], half, 2)
    c, s = np.cos(angle), np.sin(angle)
    real = pairs[..., 0] * c - pairs[..., 1] * s
    imaginary = pairs[..., 1] * c + pairs[..., 0] * s
    return np.stack([real, imaginary], axis=-1).reshape(x.shape)


def apply_rope(x, positions, base=10000.0):
    return turn(x, positions, base, 1)


def apply_rope_backward(dout, positions, base=10000.0):
    return turn(dout, positions, base, -1)
