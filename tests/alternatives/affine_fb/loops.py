"""Three nested loops and accumulators, nothing but scalar arithmetic."""

import numpy as np


def affine_forward(x, w, b):
    n_samples = x.shape[0]
    n_in, n_out = w.shape
    flat = x.reshape(n_samples, n_in)
    out = np.zeros((n_samples, n_out))
    for i in range(n_samples):
        for j in range(n_out):
            total = b[j]
            for k in range(n_in):
                total = total + flat[i, k] * w[k, j]
            out[i, j] = total
    return out, (x, w, b)


def affine_backward(dout, cache):
    x, w, b = cache
    n_samples = x.shape[0]
    n_in, n_out = w.shape
    flat = x.reshape(n_samples, n_in)
    dflat = np.zeros((n_samples, n_in))
    dw = np.zeros((n_in, n_out))
    db = np.zeros(n_out)
    for i in range(n_samples):
        for j in range(n_out):
            g = dout[i, j]
            db[j] += g
            for k in range(n_in):
                dflat[i, k] += g * w[k, j]
                dw[k, j] += g * flat[i, k]
    return dflat.reshape(x.shape), dw, db
