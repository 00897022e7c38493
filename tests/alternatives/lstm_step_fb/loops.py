"""Scalar loops over samples and cells; each gate has its own block offset."""

import math

import numpy as np


def sigmoid(v):
    if v >= 0:
        return 1.0 / (1.0 + math.exp(-v))
    return math.exp(v) / (1.0 + math.exp(v))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    N, D = x.shape
    H = prev_h.shape[1]
    a = np.zeros((N, 4 * H))
    for n in range(N):
        for j in range(4 * H):
            s = b[j]
            for d in range(D):
                s += x[n, d] * Wx[d, j]
            for k in range(H):
                s += prev_h[n, k] * Wh[k, j]
            a[n, j] = s
    gates = np.zeros((N, 4 * H))
    next_h = np.zeros((N, H))
    next_c = np.zeros((N, H))
    for n in range(N):
        for j in range(H):
            i = sigmoid(a[n, j])
            f = sigmoid(a[n, H + j])
            o = sigmoid(a[n, 2 * H + j])
            g = math.tanh(a[n, 3 * H + j])
            gates[n, j], gates[n, H + j] = i, f
            gates[n, 2 * H + j], gates[n, 3 * H + j] = o, g
            next_c[n, j] = f * prev_c[n, j] + i * g
            next_h[n, j] = o * math.tanh(next_c[n, j])
    cache = (x, prev_h, prev_c, Wx, Wh, gates, next_c)
    return next_h, next_c, cache


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, gates, next_c = cache
    N, D = x.shape
    H = prev_h.shape[1]
    da = np.zeros((N, 4 * H))
    dprev_c = np.zeros((N, H))
    for n in range(N):
        for j in range(H):
            i, f = gates[n, j], gates[n, H + j]
            o, g = gates[n, 2 * H + j], gates[n, 3 * H + j]
            t = math.tanh(next_c[n, j])
            do = dnext_h[n, j] * t
            dc = dnext_c[n, j] + dnext_h[n, j] * o * (1 - t * t)
            dprev_c[n, j] = dc * f
            da[n, j] = dc * g * i * (1 - i)
            da[n, H + j] = dc * prev_c[n, j] * f * (1 - f)
            da[n, 2 * H + j] = do * o * (1 - o)
            da[n, 3 * H + j] = dc * i * (1 - g * g)
    dx, dprev_h = np.zeros((N, D)), np.zeros((N, H))
    dWx, dWh, db = np.zeros((D, 4 * H)), np.zeros((H, 4 * H)), np.zeros(4 * H)
    for n in range(N):
        for j in range(4 * H):
            db[j] += da[n, j]
            for d in range(D):
                dx[n, d] += da[n, j] * Wx[d, j]
                dWx[d, j] += da[n, j] * x[n, d]
            for k in range(H):
                dprev_h[n, k] += da[n, j] * Wh[k, j]
                dWh[k, j] += da[n, j] * prev_h[n, k]
    return dx, dprev_h, dprev_c, dWx, dWh, db
