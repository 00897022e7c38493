# bug: The gradient of the previous state skips the recurrent matrix and the tanh: dnext_h is handed on.
# output: dprev_h
# line: 18
# accept: none
# edit: behaves as if dnext_h stood where dprev_h belongs
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    h = np.tanh(np.dot(x, Wx) + np.dot(prev_h, Wh) + b)
    return h, (x, prev_h, Wx, h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, h = cache
    da = (1 - h**2) * dnext_h
    dx = da @ Wx.T
    dprev_h = dnext_h.copy()
    dWx = x.T @ da
    dWh = prev_h.T @ da
    db = da.sum(axis=0)
    return dx, dprev_h, dWx, dWh, db
