# bug: The loop over the batch assigns dw instead of adding to it, so only the last sample counts.
# output: dw
# line: 20
# accept: last-sample-only
import numpy as np


def affine_forward(x, w, b):
    out = np.stack([sample.ravel() @ w + b for sample in x])
    return out, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    dx = np.zeros(x.shape)
    dw = np.zeros(w.shape)
    db = np.zeros(w.shape[1])
    for n in range(x.shape[0]):
        dx[n] = (w @ dout[n]).reshape(x[n].shape)
        dw = np.outer(x[n].ravel(), dout[n])
        db += dout[n]
    return dx, dw, db
