import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    raw = np.dot(x, Wx) + np.dot(prev_h, Wh) + b
    next_h = np.tanh(raw)
    return next_h, (x, prev_h, Wx, Wh, raw, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, raw, next_h = cache
    draw = dnext_h * (1 - np.tanh(next_h) ** 2)
    return draw @ Wx.T, draw @ Wh.T, x.T @ draw, prev_h.T @ draw, draw.sum(0)
