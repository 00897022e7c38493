"""The logarithm of a sum of exponentials, along an axis.

Conventions: z of any shape, entries may be −∞ (masked); `axis` is the one that is summed, the last
unless said, and is gone from the result; natural logarithm.
"""

import numpy as np


def logsumexp(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """log Σ_k exp(z_k) along `axis`, without overflow.

    log Σ_k exp(z_k) = m + log Σ_k exp(z_k − m),  m = max_k z_k

    z: any shape, entries of any size; those at −∞ add nothing, and where all of them are −∞ so is
    the result. Returns an array in the shape of z without `axis`.

    >>> round(float(logsumexp(np.array([1000.0, 1000.0]))), 4)
    1000.6931
    """
    # mistake wrong-default: axis = 1 if axis == -1 else axis
    # mistake axis-ignored: axis = -1
    # mistake axis-ignored: axis = 0
    m = np.max(z, axis=axis, keepdims=True)
    # mistake max-not-subtracted: m = np.zeros_like(np.max(z, axis=axis, keepdims=True))
    # mistake max-whole-batch: m = np.full_like(np.max(z, axis=axis, keepdims=True), np.max(z))
    # mistake minimum-for-maximum: m = np.min(z, axis=axis, keepdims=True)
    # mistake maximum-of-magnitude: m = np.max(np.abs(z), axis=axis, keepdims=True)
    # mistake mean-for-maximum: m = np.mean(z, axis=axis, keepdims=True)
    # Where everything is −∞, so is m, and z − m would be NaN: any finite shift will do.
    m = np.where(np.isfinite(m), m, 0.0)
    # mistake infinite-shift: pass
    # mistake large-number-for-infinity: z, m = np.maximum(z, -1e9), np.maximum(m, -1e9)
    exps = np.exp(z - m)
    # mistake exponent-sign: exps = np.exp(m - z)
    # mistake keepdims-missing: exps = np.exp(z - np.squeeze(m, axis=axis))
    with np.errstate(divide="ignore"):
        log_sum = np.log(np.sum(exps, axis=axis, keepdims=True))
        # mistake normaliser-whole-batch: log_sum = np.log(np.sum(exps))
        # mistake mean-for-sum: log_sum = np.log(np.mean(exps, axis=axis, keepdims=True))
        # mistake log-missing: log_sum = np.sum(exps, axis=axis, keepdims=True)
        # mistake log-of-sum-split: log_sum = np.sum(np.log(exps), axis=axis, keepdims=True)
        # mistake log-base-two: log_sum = np.log2(np.sum(exps, axis=axis, keepdims=True))
        # mistake maximum-counted-twice: log_sum = np.log1p(np.sum(exps, axis=axis, keepdims=True))
    out = m + log_sum
    # mistake max-not-added-back: out = log_sum
    # mistake sign-flipped: out = log_sum - m
    # mistake softmax-returned: return exps / np.sum(exps, axis=axis, keepdims=True)
    return np.squeeze(out, axis=axis)
    # mistake axes-kept: return out
    # mistake axis-kept-in-one-summand: return m + np.squeeze(log_sum, axis=axis)
