"""A boolean mask from the exponential distribution, and np.where on it."""

import numpy as np


def dropout_forward(x, dropout_param):
    keep = dropout_param["p"]
    if dropout_param["mode"] != "train":
        return 1.0 * x, None
    kept = np.exp(-np.random.exponential(size=x.shape)) <= keep
    return np.where(kept, x / keep, 0.0), (kept, keep)


def dropout_backward(dout, cache):
    if cache is None:
        return 1.0 * dout
    kept, keep = cache
    return np.where(kept, dout / keep, 0.0)
