"""A boolean mask from a generator seeded by the old one; dropped weights are replaced by zero."""

import numpy as np


def drop_connect_forward(x, W, b, p, train):
    if not train:
        return x @ W + b, (x, W, None, 1.0)
    rng = np.random.default_rng(np.random.randint(2**31))
    dropped = rng.random(W.shape) < p
    used = np.where(dropped, 0.0, W / (1 - p))
    return x @ used + b, (x, used, dropped, 1 / (1 - p))


def drop_connect_backward(dout, cache):
    x, used, dropped, scale = cache
    dW = scale * np.einsum("nd,nm->dm", x, dout)
    if dropped is not None:
        dW[dropped] = 0.0
    return np.einsum("nm,dm->nd", dout, used), dW, dout.sum(0)
