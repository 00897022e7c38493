# bug: The backward pass returns dw before dx.
# output: dx, dw
# line: 20
# accept: none
# edit: behaves as if dx and dw had changed places
import numpy as np


def affine_forward(x, w, b):
    cols = x.reshape(x.shape[0], -1)
    return cols @ w + b, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    cols = x.reshape(x.shape[0], -1)
    dw = cols.T @ dout
    db = dout.sum(axis=0)
    dx = (dout @ w.T).reshape(x.shape)
    return dw, dx, db
