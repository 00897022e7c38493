# bug: The bias is added inside the innermost loop, hence D times instead of once.
# output: out
# line: 16
# accept: bias-inside-sum
import numpy as np


def affine_forward(x, w, b):
    N = x.shape[0]
    D, M = w.shape
    xf = x.reshape(N, D)
    out = np.zeros((N, M))
    for i in range(N):
        for j in range(M):
            for k in range(D):
                out[i, j] += xf[i, k] * w[k, j] + b[j]
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    N = x.shape[0]
    D, M = w.shape
    xf = x.reshape(N, D)
    dx, dw, db = np.zeros((N, D)), np.zeros((D, M)), np.zeros(M)
    for i in range(N):
        for j in range(M):
            db[j] += dout[i, j]
            for k in range(D):
                dx[i, k] += dout[i, j] * w[k, j]
                dw[k, j] += dout[i, j] * xf[i, k]
    return dx.reshape(x.shape), dw, db
