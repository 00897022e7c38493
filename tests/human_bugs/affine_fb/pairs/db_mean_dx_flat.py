# bug: The bias gradient is averaged over the batch instead of summed.
# bug: The gradient of x is returned flat, without the shape of x.
# output: dx, db
# line: 18; 16
# accept: mean-twice; reshape-missing
import numpy as np


def affine_forward(x, w, b):
    flat = x.reshape(x.shape[0], -1)
    return flat @ w + b, (flat, w)


def affine_backward(dout, cache):
    flat, w = cache
    dx = dout @ w.T
    dw = flat.T @ dout
    db = dout.mean(axis=0)
    return dx, dw, db
