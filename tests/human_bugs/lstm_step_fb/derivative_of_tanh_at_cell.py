# bug: The derivative of tanh(c) is written 1 - c^2, with the cell itself instead of its tanh.
# output: dx, dprev_h, dprev_c, dWx, dWh, db
# line: 26
# accept: cell-for-its-tanh
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    a = x @ Wx + prev_h @ Wh + b
    ai, af, ao, ag = np.array_split(a, 4, axis=1)
    i = sigmoid(ai)
    f = sigmoid(af)
    o = sigmoid(ao)
    g = np.tanh(ag)
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    dnext_c = dnext_c + o * (1 - next_c**2) * dnext_h
    dprev_c = f * dnext_c
    do = np.tanh(next_c) * dnext_h
    df = prev_c * dnext_c
    di = g * dnext_c
    dg = i * dnext_c
    da = np.column_stack((i * (1 - i) * di, f * (1 - f) * df, o * (1 - o) * do, (1 - g**2) * dg))
    return da @ Wx.T, da @ Wh.T, dprev_c, x.T @ da, prev_h.T @ da, da.sum(0)
