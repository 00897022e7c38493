# bug: The bias gradient keeps the batch axis, so that its shape is (1, M) instead of (M,).
# output: db
# line: 18
# accept: none
# edit: behaves as if np.sum(dout, axis=0, keepdims=True) stood where np.sum(dout, axis=0) belongs
import numpy as np


def affine_forward(x, w, b):
    x_flat = x.reshape(x.shape[0], -1)
    z = x_flat @ w + b
    return z, (x, x_flat, w)


def affine_backward(dout, cache):
    x, x_flat, w = cache
    dw = x_flat.T @ dout
    db = np.sum(dout, axis=0, keepdims=True)
    dx = dout @ w.T
    dx = dx.reshape(x.shape)
    return dx, dw, db
