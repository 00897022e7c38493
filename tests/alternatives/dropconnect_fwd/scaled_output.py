"""Binomial zeros and ones; the scale is taken from the product and not from the mask."""

import numpy as np


def dropconnect_forward(x, W, b, p, train):
    keep = 1.0 - p if train else 1.0
    kept = np.random.binomial(1, keep, size=W.shape) if train else np.ones_like(W)
    out = np.dot(x, kept * W) / keep + b
    return out, {"x": x, "W": W, "kept": kept, "keep": keep}


def dropconnect_backward(dout, cache):
    d = dout / cache["keep"]
    dx = np.dot(d, (cache["kept"] * cache["W"]).T)
    dW = cache["kept"] * np.dot(cache["x"].T, d)
    return dx, dW, np.sum(dout, axis=0)
