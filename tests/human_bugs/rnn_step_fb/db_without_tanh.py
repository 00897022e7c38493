# bug: The bias gradient sums dnext_h instead of the gradient of the net input.
# output: db
# line: 20
# accept: activation-slope-missing
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return next_h, (x, Wx, prev_h, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, Wx, prev_h, Wh, next_h = cache
    delta = (1 - np.square(next_h)) * dnext_h
    dx = delta @ Wx.T
    dprev_h = delta @ Wh.T
    dWx = x.T @ delta
    dWh = prev_h.T @ delta
    db = np.sum(dnext_h, axis=0)
    return dx, dprev_h, dWx, dWh, db
