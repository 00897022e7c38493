# bug: The loop that accumulates the parameter gradients starts at sample 1 and leaves sample 0 out.
# output: dw, db
# line: 19
# accept: loop-one-short
import numpy as np


def affine_forward(x, w, b):
    rows = x.reshape(x.shape[0], -1)
    return rows.dot(w) + b, (x, rows, w)


def affine_backward(dout, cache):
    x, rows, w = cache
    N = rows.shape[0]
    dx = dout.dot(w.T).reshape(x.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(w.shape[1])
    for i in range(1, N):
        dw += rows[i][:, None] * dout[i][None, :]
        db += dout[i]
    return dx, dw, db
