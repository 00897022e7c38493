# bug: The forward pass leaves the recurrent term out.
# bug: dWh is transposed.
# output: next_h, dx, dprev_h, dWx, dWh, db
# line: 10; 21
# accept: state-dropped; transposed-product
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    a = x @ Wx + b
    next_h = np.tanh(a)
    return next_h, (x, prev_h, Wx, Wh, a)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, a = cache
    da = dnext_h * (1 - np.tanh(a) ** 2)
    dx = da @ Wx.T
    dprev_h = da @ Wh.T
    dWx = x.T @ da
    dWh = da.T @ prev_h
    db = da.sum(0)
    return dx, dprev_h, dWx, dWh, db
