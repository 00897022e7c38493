# bug: The path from next_h to the cell lacks the derivative of tanh(c).
# output: dx, dprev_h, dprev_c, dWx, dWh, db
# line: 26
# accept: activation-slope-missing
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    z = x @ Wx + prev_h @ Wh + b
    gi = sigmoid(z[:, :H])
    gf = sigmoid(z[:, H : 2 * H])
    go = sigmoid(z[:, 2 * H : 3 * H])
    gg = np.tanh(z[:, 3 * H :])
    next_c = gf * prev_c + gi * gg
    next_h = go * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, gi, gf, go, gg, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, gi, gf, go, gg, next_c = cache
    dc = dnext_c + dnext_h * go
    dz = np.concatenate(
        (
            dc * gg * gi * (1 - gi),
            dc * prev_c * gf * (1 - gf),
            dnext_h * np.tanh(next_c) * go * (1 - go),
            dc * gi * (1 - gg**2),
        ),
        axis=1,
    )
    return dz @ Wx.T, dz @ Wh.T, dc * gf, x.T @ dz, prev_h.T @ dz, dz.sum(axis=0)
