# bug: Samples with several axes are never flattened, so x of more than two axes raises a shape error.
# output: out, dx, dw, db
# line: 9, 16
# accept: none
import numpy as np


def affine_forward(x, w, b):
    out = x @ w + b
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    dx = dout @ w.T
    dw = x.T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
