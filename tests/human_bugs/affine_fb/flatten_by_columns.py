# bug: The images are flattened with reshape(-1, N).T, which mixes values of different samples, where reshape(N, -1) keeps them apart.
# output: out, dx, dw
# line: 10, 17
# accept: none
import numpy as np


def affine_forward(x, w, b):
    N = x.shape[0]
    x_flat = x.reshape(-1, N).T
    out = x_flat @ w + b
    return out, (x, x_flat, w)


def affine_backward(dout, cache):
    x, x_flat, w = cache
    dx = (dout @ w.T).T.reshape(x.shape)
    dw = x_flat.T @ dout
    db = dout.sum(axis=0)
    return dx, dw, db
