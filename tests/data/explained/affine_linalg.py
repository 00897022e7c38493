import numpy as np


def affine_forward(x, w, b):
    return x.reshape(len(x), -1) @ w + b, (x, w)


def affine_backward(dout, cache):
    x, w = cache
    rows = x.reshape(len(x), -1)
    dw = rows.T @ dout / len(x)
    u, s, vt = np.linalg.svd(w, full_matrices=False)
    dx = dout @ (u * s @ vt).T
    return dx.reshape(x.shape), dw, dout.sum(axis=0)
