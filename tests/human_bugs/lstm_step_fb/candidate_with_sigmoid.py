# bug: All four gates go through the sigmoid, so the candidate g is never negative.
# output: next_h, next_c, dx, dprev_h, dprev_c, dWx, dWh, db
# line: 13
# accept: sigmoid-for-tanh
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    gates = sigmoid(x @ Wx + prev_h @ Wh + b)
    i, f, o, g = np.split(gates, 4, axis=1)
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, gates, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, gates, next_c = cache
    i, f, o, g = np.split(gates, 4, axis=1)
    t = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - t**2)
    da = np.hstack([dc * g, dc * prev_c, dnext_h * t, dc * i]) * gates * (1 - gates)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
