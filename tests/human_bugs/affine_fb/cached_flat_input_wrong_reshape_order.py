# bug: Cached flat input in the wrong reshape order.
# output: dw
# line: 13
# accept: none
# edit: behaves as if `rows` were reshaped where it must be transposed
import numpy as np


def affine_forward(x, w, b):
    rows = []
    for sample in x:
        rows.append(sample.reshape(-1) @ w + b)
    flat = x.reshape(-1, len(x)).T
    return np.stack(rows), (x.shape, flat, w)


def affine_backward(dout, cache):
    shape, flat, w = cache
    n, m = dout.shape
    dw = np.zeros(w.shape)
    db = np.zeros(m)
    dflat = np.zeros(flat.shape)
    for i in range(n):
        dw += np.outer(flat[i], dout[i])
        db += dout[i]
        dflat[i] = w @ dout[i]
    dx = dflat.reshape(shape)
    return dx, dw, db
