# bug: The bias gradient is averaged over the batch instead of summed.
# output: db
# line: 19
# accept: mean-twice
import numpy as np


def affine_forward(x, w, b):
    x_row = x.reshape(len(x), -1)
    out = x_row @ w + b
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    x_row = x.reshape(len(x), -1)
    dx = (dout @ w.T).reshape(*x.shape)
    dw = x_row.T @ dout
    db = np.mean(dout, axis=0)
    return dx, dw, db
