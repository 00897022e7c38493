# bug: The input gate's gradient stops at the gate: its sigmoid derivative i(1 - i) is missing.
# output: dx, dprev_h, dWx, dWh, db
# line: 24
# accept: activation-slope-missing
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    i, f, o, g = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=-1)
    i, f, o, g = sigmoid(i), sigmoid(f), sigmoid(o), np.tanh(g)
    next_c = prev_c * f + i * g
    next_h = np.tanh(next_c) * o
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    th = np.tanh(next_c)
    dnc = dnext_c + dnext_h * o * (1 - th * th)
    d1 = dnc * g
    d2 = dnc * prev_c * f * (1 - f)
    d3 = dnext_h * th * o * (1 - o)
    d4 = dnc * i * (1 - g * g)
    d = np.concatenate([d1, d2, d3, d4], axis=-1)
    return d @ Wx.T, d @ Wh.T, dnc * f, x.T @ d, prev_h.T @ d, d.sum(axis=0)
