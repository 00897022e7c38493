# bug: X flattened in Fortran order in the forward pass.
# output: out
# line: 11
# accept: flattened-by-columns
import numpy as np


def affine_forward(x, w, b):
    N = x.shape[0]
    D, M = w.shape
    flat = x.reshape(N, D, order="F")
    out = np.zeros((N, M))
    for n in range(N):
        out[n] = flat[n] @ w + b
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    N = x.shape[0]
    D, M = w.shape
    flat = x.reshape(N, D)
    dx = np.zeros((N, D))
    dw = np.zeros((D, M))
    db = np.zeros(M)
    for n in range(N):
        dx[n] = w @ dout[n]
        dw += np.outer(flat[n], dout[n])
        db += dout[n]
    return dx.reshape(x.shape), dw, db
