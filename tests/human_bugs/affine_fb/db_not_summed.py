# bug: The bias gradient is dout itself: the sum over the batch is missing.
# output: db
# line: 17
# accept: batch-sum-missing
import numpy as np


def affine_forward(x, w, b):
    out = x.reshape(x.shape[0], -1) @ w + b
    cache = x, w, b
    return out, cache


def affine_backward(dout, cache):
    x, w, b = cache
    # d out / d b = 1
    db = dout
    dw = x.reshape(x.shape[0], -1).T @ dout
    dx = (dout @ w.T).reshape(x.shape)
    return dx, dw, db
