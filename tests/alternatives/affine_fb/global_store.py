"""Tensors live in a module-level list; the cache is only a ticket number."""

import numpy as np

SAVED = []


def affine_forward(x, w, b):
    SAVED.append((x, w))
    return np.inner(x.reshape(len(x), -1), w.T) + b, len(SAVED) - 1


def affine_backward(dout, cache):
    x, w = SAVED[cache]
    dx = np.inner(dout, w).reshape(x.shape)
    dw = np.inner(x.reshape(len(x), -1).T, dout.T)
    return dx, dw, np.average(dout, axis=0) * len(dout)
