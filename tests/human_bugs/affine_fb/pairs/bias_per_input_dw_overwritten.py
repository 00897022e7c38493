# bug: The bias is added once for every input of the inner loop.
# bug: The weight gradient is assigned in the loop over the samples instead of accumulated.
# output: out, dw
# line: 15; 25
# accept: bias-inside-sum; last-sample-only
import numpy as np


def affine_forward(x, w, b):
    N, (D, M) = x.shape[0], w.shape
    flat = x.reshape(N, D)
    out = np.zeros((N, M))
    for n in range(N):
        for d in range(D):
            out[n] += flat[n, d] * w[d] + b
    return out, (x, flat, w)


def affine_backward(dout, cache):
    x, flat, w = cache
    dx = np.empty(flat.shape)
    db = np.zeros(w.shape[1])
    for n, g in enumerate(dout):
        dx[n] = w @ g
        dw = flat[n].reshape(-1, 1) @ g.reshape(1, -1)
        db += g
    return dx.reshape(x.shape), dw, db
