# bug: The buffer for dw takes the dtype of x, so with integer x the products are cut to whole numbers.
# output: dw
# line: 15
# accept: none
import numpy as np


def affine_forward(x, w, b):
    flat = x.reshape(x.shape[0], -1)
    return flat @ w + b, (x, flat, w)


def affine_backward(dout, cache):
    x, flat, w = cache
    dw = np.zeros(w.shape, dtype=x.dtype)
    dw[...] = flat.T @ dout
    db = np.ones(len(dout)) @ dout
    return (dout @ w.T).reshape(x.shape), dw, db
