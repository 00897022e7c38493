# bug: The gradient of the previous state multiplies by Wh instead of its transpose.
# output: dprev_h
# line: 18
# accept: transpose-missing
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    zt = x @ Wx + prev_h @ Wh + b
    ht = np.tanh(zt)
    return ht, (x, prev_h, Wx, Wh, ht)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, ht = cache
    dzt = dnext_h * (1 - ht**2)
    dx = dzt @ Wx.T
    dprev_h = dzt @ Wh
    dWx = x.T @ dzt
    dWh = prev_h.T @ dzt
    db = dzt.sum(axis=0)
    return dx, dprev_h, dWx, dWh, db
