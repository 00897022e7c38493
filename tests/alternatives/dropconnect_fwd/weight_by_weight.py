"""One random number for each weight, in plain Python; gradients are added up in the same loops."""

import numpy as np


def dropconnect_forward(x, W, b, p, train):
    D, M = W.shape
    mask = np.ones((D, M))
    if train:
        for d in range(D):
            for m in range(M):
                mask[d, m] = 0.0 if np.random.random() < p else 1.0 / (1.0 - p)
    out = np.zeros((x.shape[0], M))
    for n in range(x.shape[0]):
        for m in range(M):
            out[n, m] = b[m] + sum(x[n, d] * mask[d, m] * W[d, m] for d in range(D))
    return out, (x, W, mask)


def dropconnect_backward(dout, cache):
    x, W, mask = cache
    dx, dW, db = np.zeros(x.shape), np.zeros(W.shape), np.zeros(dout.shape[1])
    for n in range(x.shape[0]):
        for m in range(W.shape[1]):
            db[m] += dout[n, m]
            for d in range(W.shape[0]):
                if mask[d, m]:
                    dx[n, d] += dout[n, m] * W[d, m] * mask[d, m]
                    dW[d, m] += dout[n, m] * x[n, d] * mask[d, m]
    return dx, dW, db
