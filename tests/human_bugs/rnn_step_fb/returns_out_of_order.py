# bug: dWx and dprev_h are returned in each other's place.
# output: dprev_h, dWx
# line: 20
# accept: 
# edit: behaves as if dprev_h and dWx had changed places
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    a = x @ Wx + prev_h @ Wh + b
    h = np.tanh(a)
    return h, (x, prev_h, Wx, Wh, h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = cache
    da = dnext_h * (1 - h * h)
    dx, dWx = da @ Wx.T, x.T @ da
    dprev_h, dWh = da @ Wh.T, prev_h.T @ da
    db = da.sum(axis=0)
    return dx, dWx, dprev_h, dWh, db
