# bug: The factors of the weight gradient are in the wrong order, so that dw has the shape (M, D) of a transposed weight.
# output: dw
# line: 16
# accept: transposed-product
import numpy as np


def affine_forward(x, w, b):
    x2 = x.reshape(x.shape[0], -1)
    return x2 @ w + b, (x, x2, w, b)


def affine_backward(dout, cache):
    x, x2, w, b = cache
    dx = (dout @ w.T).reshape(x.shape)
    dw = dout.T @ x2
    db = dout.sum(0)
    return dx, dw, db
