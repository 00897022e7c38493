"""Zero joins the data, so that minimum and maximum include it."""

import numpy as np


def scale_and_zero_point(x, bits=8, symmetric=False, axis=None):
    kept = () if axis is None else (axis,)
    others = tuple(i for i in range(x.ndim) if i not in kept)
    both = np.stack([x, np.zeros_like(x)])
    lo, hi = both.min(axis=0), both.max(axis=0)
    lo, hi = lo.min(axis=others, keepdims=True), hi.max(axis=others, keepdims=True)
    if symmetric:
        hi = np.maximum(-lo, hi)
        lo = np.zeros_like(hi)
        gaps = (1 << (bits - 1)) - 1
    else:
        gaps = (1 << bits) - 1
    scale = (hi - lo) / gaps
    scale[scale == 0] = 1
    return scale, np.rint(-lo / scale).astype(int)


def affine_quantize(x, scale, zero_point, bits=8, symmetric=False):
    if symmetric:
        limit = (1 << (bits - 1)) - 1
        return np.clip(np.rint(x / scale) + zero_point, -limit, limit).astype(int)
    return np.clip(np.rint(x / scale) + zero_point, 0, (1 << bits) - 1).astype(int)


def affine_dequantize(q, scale, zero_point):
    return scale * q - scale * zero_point
