"""Loops over sequences and steps; padded steps are skipped."""

import numpy as np


def temporal_affine_forward(x, w, b):
    out = np.stack([x[:, t] @ w + b for t in range(x.shape[1])], axis=1)
    return out, (x, w)


def temporal_affine_backward(dout, cache):
    x, w = cache
    dx, dw, db = np.zeros(x.shape), np.zeros(w.shape), np.zeros(w.shape[1])
    for t in range(x.shape[1]):
        dx[:, t] = dout[:, t] @ w.T
        dw += x[:, t].T @ dout[:, t]
        db += dout[:, t].sum(axis=0)
    return dx, dw, db


def temporal_softmax_loss(x, y, mask):
    N, T, _ = x.shape
    loss, dx = 0.0, np.zeros(x.shape)
    for n in range(N):
        for t in range(T):
            if not mask[n, t]:
                continue
            e = np.exp(x[n, t] - x[n, t].max())
            loss += np.log(e.sum()) - (x[n, t, y[n, t]] - x[n, t].max())
            dx[n, t] = e / e.sum()
            dx[n, t, y[n, t]] -= 1
    return loss / N, dx / N
