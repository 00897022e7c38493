# bug: tanh is written out with exp(2a), which overflows to NaN for large net inputs.
# output: next_h, dx, dprev_h, dWx, dWh, db
# line: 10
# accept: exp-overflows
import numpy as np


def tanh(a):
    e = np.exp(2 * a)
    return (e - 1) / (e + 1)


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = tanh(x @ Wx + prev_h @ Wh + b)
    cache = (x, prev_h, Wx, Wh, next_h)
    return next_h, cache


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    da = dnext_h * (1 - next_h**2)
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(axis=0)
