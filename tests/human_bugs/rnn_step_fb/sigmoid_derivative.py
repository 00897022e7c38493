# bug: The derivative of the sigmoid, h(1 - h), is used for tanh.
# output: dx, dprev_h, dWx, dWh, db
# line: 16
# accept: sigmoid-for-tanh
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(x @ Wx + prev_h @ Wh + b)
    cache = x, prev_h, Wx, Wh, next_h
    return next_h, cache


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    grad = dnext_h * next_h * (1 - next_h)
    return grad @ Wx.T, grad @ Wh.T, x.T @ grad, prev_h.T @ grad, np.sum(grad, axis=0)
