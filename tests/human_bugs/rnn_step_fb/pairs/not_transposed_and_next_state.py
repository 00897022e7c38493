# bug: dprev_h multiplies by Wh without transposing it.
# bug: dWh uses the next state instead of the previous one.
# output: dprev_h, dWh
# line: 20; 21
# accept: transpose-missing; wrong-time-step
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(np.dot(x, Wx) + np.dot(prev_h, Wh) + b)
    cache = (x, prev_h, next_h, Wx, Wh)
    return next_h, cache


def rnn_step_backward(dnext_h, cache):
    x, prev_h, next_h, Wx, Wh = cache
    da = dnext_h * (1 - next_h**2)
    dx = np.dot(da, Wx.T)
    dWx = np.dot(x.T, da)
    dprev_h = np.dot(da, Wh)
    dWh = np.dot(next_h.T, da)
    db = np.sum(da, axis=0)
    return dx, dprev_h, dWx, dWh, db
