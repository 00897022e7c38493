# bug: The tanh derivative uses the previous state instead of the next one: the wrong item of the cache.
# output: dx, dprev_h, dWx, dWh, db
# line: 16
# accept: wrong-time-step
# edit: behaves as if prev_h stood where next_h belongs
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return next_h, (x, prev_h, next_h, Wx, Wh)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, next_h, Wx, Wh = cache
    dz = dnext_h * (1 - prev_h * prev_h)
    dWx = x.T @ dz
    dWh = prev_h.T @ dz
    db = dz.sum(0)
    dx = dz @ Wx.T
    dprev_h = dz @ Wh.T
    return dx, dprev_h, dWx, dWh, db
