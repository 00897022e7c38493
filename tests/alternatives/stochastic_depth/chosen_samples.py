"""Only samples that survive are touched, by their indices."""

import numpy as np


def drop_path_forward(x, fx, p_survive, train):
    out = np.array(x, copy=True)
    if train:
        survivors = np.flatnonzero(np.random.random(x.shape[0]) < p_survive)
        scale = 1 / p_survive
    else:
        survivors, scale = np.arange(x.shape[0]), 1
    out[survivors] += scale * fx[survivors]
    return out, (survivors, scale)


def drop_path_backward(dout, cache):
    survivors, scale = cache
    dfx = np.zeros_like(dout)
    dfx[survivors] = scale * dout[survivors]
    return 1 * dout, dfx
