# bug: The gradient of x multiplies by w instead of its transpose, which raises a shape error unless w is square.
# output: dx, dw, db
# line: 17
# accept: transpose-missing
import numpy as np


def affine_forward(x, w, b):
    flat = x.reshape(x.shape[0], -1)
    out = flat @ w + b
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    flat = x.reshape(x.shape[0], -1)
    dx = dout @ w
    dx = dx.reshape(x.shape)
    dw = flat.T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
