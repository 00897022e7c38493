"""For each sample the Jacobian diag(1 - h^2) times W^T, applied from the left as a row vector."""

import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    rows = []
    for x_n, h_n in zip(x, prev_h):
        rows.append(np.tanh(Wx.T @ x_n + Wh.T @ h_n + b))
    next_h = np.vstack(rows)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    dx, dprev_h = np.zeros(x.shape), np.zeros(prev_h.shape)
    dWx, dWh, db = 0.0 * Wx, 0.0 * Wh, 0.0
    for n in range(len(x)):
        J_net = np.diag(1 - next_h[n] ** 2)
        row = dnext_h[n] @ J_net
        dx[n] = row @ Wx.T
        dprev_h[n] = row @ Wh.T
        dWx = dWx + np.outer(x[n], row)
        dWh = dWh + np.outer(prev_h[n], row)
        db = db + row
    return dx, dprev_h, dWx, dWh, db
