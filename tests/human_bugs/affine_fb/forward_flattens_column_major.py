# bug: Forward flattens column-major.
# output: out
# line: 11
# accept: flattened-by-columns
import numpy as np


def affine_forward(x, w, b):
    rows = []
    for sample in x:
        rows.append(sample.reshape(-1, order="F") @ w + b)
    flat = x.reshape(len(x), -1)
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
