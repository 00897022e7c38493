"""Scalar loops both ways, gradients added up entry by entry."""

import math

import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    N, D = x.shape
    H = prev_h.shape[1]
    next_h = np.zeros((N, H))
    for n in range(N):
        for j in range(H):
            net = b[j]
            for d in range(D):
                net += x[n, d] * Wx[d, j]
            for k in range(H):
                net += prev_h[n, k] * Wh[k, j]
            next_h[n, j] = math.tanh(net)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    N, D = x.shape
    H = prev_h.shape[1]
    dx, dprev_h = np.zeros((N, D)), np.zeros((N, H))
    dWx, dWh, db = np.zeros((D, H)), np.zeros((H, H)), np.zeros(H)
    for n in range(N):
        for j in range(H):
            dnet = dnext_h[n, j] * (1 - next_h[n, j] * next_h[n, j])
            db[j] += dnet
            for d in range(D):
                dx[n, d] += dnet * Wx[d, j]
                dWx[d, j] += dnet * x[n, d]
            for k in range(H):
                dprev_h[n, k] += dnet * Wh[k, j]
                dWh[k, j] += dnet * prev_h[n, k]
    return dx, dprev_h, dWx, dWh, db
