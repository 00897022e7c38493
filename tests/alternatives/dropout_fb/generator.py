"""A generator of its own, and np.where on a boolean mask."""

import numpy as np

RNG = np.random.default_rng()


def dropout_forward(x, dropout_param):
    keep = dropout_param["p"]
    if dropout_param["mode"] != "train":
        return x.copy(), None
    kept = RNG.random(x.shape) < keep
    return np.where(kept, x / keep, 0.0), (kept, keep)


def dropout_backward(dout, cache):
    if cache is None:
        return dout.copy()
    kept, keep = cache
    return np.where(kept, dout / keep, 0.0)
