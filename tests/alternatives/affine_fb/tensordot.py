"""x is never flattened: the weights take the shape of a sample and tensordot contracts its axes."""

import numpy as np


def affine_forward(x, w, b):
    sample_axes = list(range(1, x.ndim))
    w_as_sample = w.reshape(*x.shape[1:], w.shape[1])
    out = np.tensordot(x, w_as_sample, axes=(sample_axes, list(range(x.ndim - 1))))
    out += b
    return out, (x, w_as_sample, w.shape)


def affine_backward(dout, cache):
    x, w_as_sample, w_shape = cache
    dx = np.tensordot(dout, w_as_sample, axes=(1, w_as_sample.ndim - 1))
    dw = np.tensordot(x, dout, axes=(0, 0)).reshape(w_shape)
    db = np.ones(len(dout)) @ dout
    return dx, dw, db
