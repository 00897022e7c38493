"""Sums over the layers of what each adds, with the strides before it as cumulative products."""

import numpy as np


def receptive_field(layers):
    if not layers:
        return 1, 1, 0
    k, s, p, d = np.array(layers).T
    before = np.concatenate([[1], np.cumprod(s)[:-1]])
    size = 1 + np.sum(d * (k - 1) * before)
    return int(size), int(np.prod(s)), -int(np.dot(p, before))
