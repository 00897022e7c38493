# bug: The gradient of Wh multiplies by the next state instead of the previous one.
# output: dWh
# line: 19
# accept: wrong-time-step
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return h, (x, h, Wx, Wh)


def rnn_step_backward(dnext_h, cache):
    x, h, Wx, Wh = cache
    da = dnext_h * (1 - h**2)
    dx = da @ Wx.T
    dprev_h = da @ Wh.T
    dWx = x.T @ da
    dWh = h.T @ da
    db = da.sum(0)
    return dx, dprev_h, dWx, dWh, db
