"""Hands out transposed, Fortran-ordered and read-only arrays."""

import numpy as np


def affine_forward(x, w, b):
    rows = x.reshape(x.shape[0], w.shape[0])
    out = np.asfortranarray((w.T @ rows.T).T + b)
    out.setflags(write=False)
    return out, (rows.T, w.T, x.shape)


def affine_backward(dout, cache):
    rows_t, w_t, shape = cache
    dx = np.asfortranarray((w_t.T @ dout.T).T.reshape(shape))
    dw = (dout.T @ rows_t.T).T
    db = np.vstack([dout, dout]).sum(axis=0)[::-1][::-1] / 2
    for gradient in (dx, dw, db):
        gradient.flags.writeable = False
    return dx, dw, db
