# bug: The cell uses a sigmoid where tanh belongs, in both directions.
# output: next_h, dx, dprev_h, dWx, dWh, db
# line: 13, 19
# accept: sigmoid-for-tanh, other-activation
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = sigmoid(x @ Wx + prev_h @ Wh + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    da = dnext_h * next_h * (1 - next_h)
    dx = da @ Wx.T
    dprev_h = da @ Wh.T
    dWx = x.T @ da
    dWh = prev_h.T @ da
    db = np.sum(da, axis=0)
    return dx, dprev_h, dWx, dWh, db
