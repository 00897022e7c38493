# bug: The weight gradient is divided by N although dout already holds the mean of the loss.
# output: dw
# line: 17
# accept: mean-twice
import numpy as np


def affine_forward(x, w, b):
    flat = x.reshape(x.shape[0], -1)
    return flat @ w + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    n = x.shape[0]
    flat = x.reshape(n, -1)
    dw = 1.0 / n * (flat.T @ dout)
    db = dout.sum(axis=0)
    dx = (dout @ w.T).reshape(x.shape)
    return dx, dw, db
