"""Softmax and log-softmax along an axis, for inputs of any size.

Conventions: z of any shape; `axis` is the one that is normalised, the last unless said;
natural logarithm.
"""

import numpy as np


def softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Positive numbers along `axis` that sum to 1.

    p_i = exp(z_i) / Σ_k exp(z_k) = exp(z_i − m) / Σ_k exp(z_k − m)  for every constant m

    z: any shape, entries of any size, ±1000 included. Returns p in the shape of z.

    >>> softmax(np.array([1000.0, 1000.0 + np.log(3)])).round(4).tolist()
    [0.25, 0.75]
    """
    # mistake wrong-default: axis = 1 if axis == -1 else axis
    # m = max z: every exponent is at most 0, and the largest exponential is exactly 1.
    exps = np.exp(z - np.max(z, axis=axis, keepdims=True))
    # mistake keepdims-missing/both: exps = np.exp(z - np.max(z, axis=axis))
    # mistake max-not-subtracted: exps = np.exp(z)
    # mistake max-whole-batch: exps = np.exp(z - np.max(z))
    # mistake logits-normalised-linearly: exps = z
    # mistake exponent-sign: exps = np.exp(np.max(z, axis=axis, keepdims=True) - z)
    # mistake keepdims-missing: exps = np.exp(z - np.max(z, axis=axis))
    # mistake minimum-for-maximum: exps = np.exp(z - np.min(z, axis=axis, keepdims=True))
    # mistake maximum-of-magnitude: exps = np.exp(z - np.max(np.abs(z), axis=axis, keepdims=True))
    p = exps / np.sum(exps, axis=axis, keepdims=True)
    # mistake keepdims-missing/both: p = exps / np.sum(exps, axis=axis)
    # mistake keepdims-missing: p = exps / np.sum(exps, axis=axis)
    # mistake axis-ignored: p = exps / np.sum(exps, axis=-1, keepdims=True)
    # mistake axis-ignored: p = exps / np.sum(exps, axis=0, keepdims=True)
    # mistake axis-ignored: p = exps / np.sum(exps, axis=min(1, exps.ndim - 1), keepdims=True)
    # mistake normaliser-whole-batch: p = exps / np.sum(exps)
    # mistake normalisation-missing: p = exps
    # mistake mean-for-sum: p = exps / np.mean(exps, axis=axis, keepdims=True)
    return p


def log_softmax(z: np.ndarray, axis: int = -1) -> np.ndarray:
    """The logarithm of `softmax`, finite also where softmax underflows to 0.

    log p_i = (z_i − m) − log Σ_k exp(z_k − m),  m = max_k z_k

    z: any shape, entries of any size, ±1000 included. Returns log p in the shape of z.

    >>> log_softmax(np.array([0.0, -1000.0])).tolist()
    [0.0, -1000.0]
    """
    shifted = z - np.max(z, axis=axis, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - np.max(z)
    # mistake keepdims-missing: shifted = z - np.max(z, axis=axis)
    # mistake minimum-for-maximum: shifted = z - np.min(z, axis=axis, keepdims=True)
    # mistake maximum-of-magnitude: shifted = z - np.max(np.abs(z), axis=axis, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=axis, keepdims=True))
    # mistake max-not-added-back: log_p = z - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))
    # mistake normaliser-log-forgotten: log_p = shifted - np.sum(np.exp(shifted), axis=axis, keepdims=True)
    # mistake normalisation-missing: log_p = shifted
    # mistake axis-ignored: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))
    # mistake axis-ignored: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake axis-ignored: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=min(1, shifted.ndim - 1), keepdims=True))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake mean-for-sum: log_p = shifted - np.log(np.mean(np.exp(shifted), axis=axis, keepdims=True))
    # mistake sign-flipped: log_p = np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True)) - shifted
    # mistake log-base-two: log_p = (shifted - np.log(np.sum(np.exp(shifted), axis=axis, keepdims=True))) / np.log(2.0)
    # mistake log-missing: log_p = np.exp(shifted) / np.sum(np.exp(shifted), axis=axis, keepdims=True)
    return log_p
