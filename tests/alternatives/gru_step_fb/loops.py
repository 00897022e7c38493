"""Scalars: samples, units and inputs one by one."""

import math

import numpy as np


def sigmoid(v):
    return 1 / (1 + math.exp(-v)) if v >= 0 else math.exp(v) / (1 + math.exp(v))


def gru_step_forward(x, prev_h, Wx, Wh, bx, bh):
    N, D = x.shape
    H = prev_h.shape[1]
    next_h = np.zeros((N, H))
    tape = []
    for s in range(N):
        for j in range(H):
            from_x = [bx[g * H + j] + sum(x[s, d] * Wx[d, g * H + j] for d in range(D)) for g in range(3)]
            from_h = [bh[g * H + j] + sum(prev_h[s, k] * Wh[k, g * H + j] for k in range(H)) for g in range(3)]
            r = sigmoid(from_x[0] + from_h[0])
            z = sigmoid(from_x[1] + from_h[1])
            n = math.tanh(from_x[2] + r * from_h[2])
            next_h[s, j] = (1 - z) * n + z * prev_h[s, j]
            tape.append((s, j, r, z, n, from_h[2]))
    return next_h, (x, prev_h, Wx, Wh, tape)


def gru_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, tape = cache
    H = prev_h.shape[1]
    dx, dprev_h = np.zeros(x.shape), np.zeros(prev_h.shape)
    dWx, dWh = np.zeros(Wx.shape), np.zeros(Wh.shape)
    dbx, dbh = np.zeros(3 * H), np.zeros(3 * H)
    for s, j, r, z, n, recurrent in tape:
        up = dnext_h[s, j]
        dprev_h[s, j] += up * z
        pre_n = up * (1 - z) * (1 - n**2)
        pre = (pre_n * recurrent * r * (1 - r), up * (prev_h[s, j] - n) * z * (1 - z), pre_n)
        for g in range(3):
            column = g * H + j
            dbx[column] += pre[g]
            dx[s] += pre[g] * Wx[:, column]
            dWx[:, column] += pre[g] * x[s]
            back = pre[g] * r if g == 2 else pre[g]
            dbh[column] += back
            dprev_h[s] += back * Wh[:, column]
            dWh[:, column] += back * prev_h[s]
    return dx, dprev_h, dWx, dWh, dbx, dbh
