"""Inverted dropout: p is the probability of dropping, the scaling is done in training."""

import numpy as np


def dropout_forward(x, p, train):
    """out = x * mask / (1 - p) in training, mask = 0 with probability p; out = x in test mode.

    x: (N, D). Returns out (N, D) and a cache.
    """
    if not train:
        return x.copy(), None
        # mistake scaled-at-test: return x * (1 - p), None
    mask = (np.random.rand(*x.shape) >= p) / (1 - p)
    # mistake rate-swapped: mask = (np.random.rand(*x.shape) < p) / (1 - p)
    # mistake keep-swapped: mask = (np.random.rand(*x.shape) < p) / p if p else np.ones(x.shape)
    # mistake scale-missing: mask = (np.random.rand(*x.shape) >= p) * 1.0
    # mistake scale-twice: mask = (np.random.rand(*x.shape) >= p) / (1 - p) ** 2
    # mistake scale-by-rate: mask = (np.random.rand(*x.shape) >= p) / (p or 1)
    # mistake mask-per-column: mask = (np.random.rand(x.shape[1]) >= p) / (1 - p) * np.ones(x.shape)
    # mistake mask-of-a-seed: mask = (np.random.RandomState(0).rand(*x.shape) >= p) / (1 - p)
    # mistake gaussian: mask = 1 + np.random.randn(*x.shape) * (p / (1 - p)) ** 0.5
    return x * mask, mask


def dropout_backward(dout, cache):
    """dx = dout * mask / (1 - p) with the mask of the forward pass; dx = dout in test mode."""
    if cache is None:
        return dout.copy()
    return dout * cache
    # mistake mask-anew: return dout * np.random.permutation(cache.ravel()).reshape(cache.shape)
    # mistake backward-unscaled: return dout * (cache != 0)
    # mistake backward-unmasked: return dout * cache.max()
    # mistake backward-scaled-twice: return dout * cache * cache
