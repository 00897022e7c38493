"""The two kinds as two functions behind one name; clipping before the shift of the codes."""

import numpy as np


def symmetric_params(x, bits, axes):
    top = np.abs(x).max(axis=axes, keepdims=True)
    scale = np.ones_like(top)
    np.divide(top, 2 ** (bits - 1) - 1, out=scale, where=top > 0)
    return scale, np.zeros(top.shape, dtype=int)


def asymmetric_params(x, bits, axes):
    lo = np.clip(x, None, 0).min(axis=axes, keepdims=True)
    hi = np.clip(x, 0, None).max(axis=axes, keepdims=True)
    scale = np.ones_like(lo)
    np.divide(hi - lo, 2**bits - 1, out=scale, where=hi > lo)
    return scale, np.round(-lo / scale).astype(int)


def quant_params(x, bits=8, symmetric=False, axis=None):
    axes = tuple(set(range(x.ndim)) - ({axis} if axis is not None else set()))
    return (symmetric_params if symmetric else asymmetric_params)(x, bits, axes)


def quantize_tensor(x, scale, zero_point, bits=8, symmetric=False):
    high = 2 ** (bits - 1) - 1 if symmetric else 2**bits - 1
    low = -high if symmetric else 0
    return zero_point + np.round(np.clip(np.round(x / scale), low - zero_point, high - zero_point)).astype(int)


def dequantize_tensor(q, scale, zero_point):
    return np.multiply(np.subtract(q, zero_point), scale)
