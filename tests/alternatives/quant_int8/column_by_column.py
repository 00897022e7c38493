"""The axis moved to the front and every slice treated by itself."""

import numpy as np


def one(values, bits, symmetric):
    if symmetric:
        span, gaps = max(abs(float(v)) for v in values), 2 ** (bits - 1) - 1
        return (span / gaps if span else 1.0), 0
    lo, hi = min(0.0, float(values.min())), max(0.0, float(values.max()))
    s = (hi - lo) / (2**bits - 1) if hi > lo else 1.0
    return s, round(-lo / s)


def quant_params(x, bits=8, symmetric=False, axis=None):
    shape = [1] * x.ndim
    if axis is None:
        pairs = [one(x.ravel(), bits, symmetric)]
    else:
        shape[axis] = x.shape[axis]
        pairs = [one(part.ravel(), bits, symmetric) for part in np.moveaxis(x, axis, 0)]
    scale, zero = zip(*pairs)
    return np.array(scale).reshape(shape), np.array(zero, dtype=int).reshape(shape)


def quantize(x, scale, zero_point, bits=8, symmetric=False):
    top = 2 ** (bits - 1) - 1 if symmetric else 2**bits - 1
    bottom = -top if symmetric else 0
    q = np.rint(np.divide(x, scale)) + zero_point
    q[q > top] = top
    q[q < bottom] = bottom
    return q.astype(np.int32)


def dequantize(q, scale, zero_point):
    return (q.astype(float) - zero_point) * scale
