# bug: Input and forget gate are swapped in the update of the cell.
# output: next_c, next_h, dx, dprev_h, dprev_c, dWx, dWh, db
# line: 17
# accept: gates-swapped
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    z = x @ Wx + prev_h @ Wh + b
    i, f, o, g = np.split(z, 4, axis=1)
    i, f, o = sigmoid(i), sigmoid(f), sigmoid(o)
    g = np.tanh(g)
    next_c = i * prev_c + f * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    tc = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - tc**2)
    dzi = dc * prev_c * i * (1 - i)
    dzf = dc * g * f * (1 - f)
    dzo = dnext_h * tc * o * (1 - o)
    dzg = dc * f * (1 - g**2)
    dz = np.concatenate([dzi, dzf, dzo, dzg], axis=1)
    return dz @ Wx.T, dz @ Wh.T, dc * i, x.T @ dz, prev_h.T @ dz, dz.sum(axis=0)
