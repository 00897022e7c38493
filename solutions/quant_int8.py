"""Affine quantisation to whole numbers of a few bits, and back.

Conventions: q = clip(round(x/s) + z), x ≈ s·(q − z); asymmetric codes are 0 … 2ᵇ − 1 and their range
includes the real 0; symmetric codes are −(2ᵇ⁻¹ − 1) … 2ᵇ⁻¹ − 1 with z = 0. Where a range has width 0,
the scale is 1.
"""

import numpy as np


def quant_params(
    x: np.ndarray, bits: int = 8, symmetric: bool = False, axis: int | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Scale and zero point for the range of some data.

    asymmetric: lo = min(x, 0), hi = max(x, 0), s = (hi − lo)/(2ᵇ − 1), z = round(−lo/s)
    symmetric:  s = max|x| / (2ᵇ⁻¹ − 1), z = 0

    x: any shape; axis: None for one scale of the whole array, else the axis that has a scale of its
    own at each place (0 for the filters of a convolution).
    Returns s (floats) and z (integers), with as many axes as x, of length 1 but for `axis`.

    >>> s, z = quant_params(np.array([-1.0, 0.0, 0.5, 3.0]), bits=2)
    >>> s.round(4).tolist(), z.tolist()
    ([1.3333], [1])
    """
    others = None if axis is None else tuple(n for n in range(x.ndim) if n != axis % x.ndim)
    # mistake axis-not-used: others = None
    # mistake scale-along-wrong-axis: others = None if axis is None else axis
    if symmetric:
        # mistake symmetric-ignored: if False:
        low = np.zeros(())
        width = np.max(np.abs(x), axis=others, keepdims=True)
        # mistake maximum-without-abs: width = np.max(x, axis=others, keepdims=True)
        # mistake range-for-largest: width = np.max(x, axis=others, keepdims=True) - np.min(x, axis=others, keepdims=True)
        steps = 2 ** (bits - 1) - 1
        # mistake range-not-symmetric: steps = 2 ** (bits - 1)
        # mistake full-steps-for-symmetric: steps = 2**bits - 1
    else:
        low = np.minimum(np.min(x, axis=others, keepdims=True), 0.0)
        # mistake range-excludes-zero/all: low = np.min(x, axis=others, keepdims=True)
        high = np.maximum(np.max(x, axis=others, keepdims=True), 0.0)
        # mistake range-excludes-zero/all: high = np.max(x, axis=others, keepdims=True)
        width = high - low
        # mistake high-for-width: width = high
        # mistake largest-for-width: width = np.max(np.abs(x), axis=others, keepdims=True)
        steps = 2**bits - 1
        # mistake levels-for-steps: steps = 2**bits
        # mistake half-of-codes: steps = 2 ** (bits - 1) - 1
    scale = np.where(width > 0, width / steps, 1.0)
    # mistake zero-width-not-handled: scale = width / steps
    # mistake scale-inverted: scale = np.where(width > 0, steps / width, 1.0)
    # mistake scale-rounded: scale = np.maximum(np.round(np.where(width > 0, width / steps, 1.0)), 1.0)
    zero_point = np.round(-low / scale).astype(np.int64)
    # mistake zero-point-not-rounded: zero_point = -low / scale
    # mistake zero-point-truncated: zero_point = np.floor(-low / scale).astype(np.int64)
    # mistake zero-point-sign: zero_point = np.round(low / scale).astype(np.int64)
    # mistake zero-point-is-low: zero_point = np.round(-low).astype(np.int64) + 0 * scale
    return scale, zero_point


def quantize(
    x: np.ndarray,
    scale: np.ndarray,
    zero_point: np.ndarray,
    bits: int = 8,
    symmetric: bool = False,
) -> np.ndarray:
    """Whole numbers for real ones, which may lie outside the range that gave the scale.

    q = clip(round(x/s) + z), asymmetric to 0 … 2ᵇ − 1, symmetric to ±(2ᵇ⁻¹ − 1)

    x: any shape; scale, zero_point: of shapes that broadcast with it. Returns q, integers in the
    shape of x.

    >>> quantize(np.array([-9.0, 0.0, 0.4, 9.0]), np.array([0.5]), np.array([3]), bits=4).tolist()
    [0, 3, 4, 15]
    """
    if symmetric:
        # mistake symmetric-ignored: if False:
        largest = 2 ** (bits - 1) - 1
        # mistake range-not-symmetric: largest = 2 ** (bits - 1)
        smallest = -largest
        # mistake lowest-code-used: smallest = -largest - 1
    else:
        smallest, largest = 0, 2**bits - 1
        # mistake signed-codes: smallest, largest = -(2 ** (bits - 1)), 2 ** (bits - 1) - 1
        # mistake levels-for-steps: smallest, largest = 0, 2**bits
        # mistake code-zero-left-out: smallest, largest = 1, 2**bits - 1
    codes = np.round(x / scale) + zero_point
    # mistake truncated-for-rounded: codes = np.trunc(x / scale) + zero_point
    # mistake truncated-for-rounded: codes = np.floor(x / scale) + zero_point
    # mistake rounding-missing: codes = x / scale + zero_point
    # mistake rounded-up-always: codes = np.ceil(x / scale) + zero_point
    # mistake zero-point-forgotten: codes = np.round(x / scale)
    # mistake multiplied-for-divided: codes = np.round(x * scale) + zero_point
    # mistake zero-point-subtracted: codes = np.round(x / scale) - zero_point
    # mistake zero-point-added-first: codes = np.round((x + zero_point) / scale)
    q = np.clip(codes, smallest, largest).astype(np.int64)
    # mistake clipped-before-shift: q = (np.clip(np.round(x / scale), smallest, largest) + zero_point).astype(np.int64)
    # mistake codes-wrap-around: q = (codes - smallest).astype(np.int64) % (2**bits) + smallest
    # mistake codes-wrap-around: q = (codes.astype(np.int64) + 128 * symmetric) % 256 - 128 * symmetric
    # mistake codes-not-clipped: q = codes.astype(np.int64)
    # mistake bits-fixed: q = np.clip(codes, -127 if symmetric else 0, 127 if symmetric else 255).astype(np.int64)
    # mistake clipped-on-one-side: q = np.minimum(codes, largest).astype(np.int64)
    # mistake clipped-on-one-side: q = np.maximum(codes, smallest).astype(np.int64)
    return q


def dequantize(q: np.ndarray, scale: np.ndarray, zero_point: np.ndarray) -> np.ndarray:
    """Real numbers for whole ones: x̂ = s·(q − z).

    q: integers; scale, zero_point: of shapes that broadcast with it. Returns floats in the shape of q.

    >>> dequantize(np.array([0, 3]), np.array([0.5]), np.array([1])).tolist()
    [-0.5, 1.0]
    """
    x_hat = scale * (q - zero_point)
    # mistake zero-point-forgotten: x_hat = scale * q
    # mistake zero-point-not-scaled: x_hat = scale * q - zero_point
    # mistake zero-point-added-back: x_hat = scale * (q + zero_point)
    # mistake multiplied-for-divided: x_hat = (q - zero_point) / scale
    return x_hat
