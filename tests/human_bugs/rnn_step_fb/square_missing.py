# bug: The tanh derivative is written 1 - h: the square is missing.
# output: dx, dprev_h, dWx, dWh, db
# line: 16
# accept: derivative-incomplete, square-missing
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    score = x @ Wx + prev_h @ Wh + b
    h = np.tanh(score)
    return h, [h, x, prev_h, Wx, Wh]


def rnn_step_backward(dnext_h, cache):
    h, x, prev_h, Wx, Wh = cache
    dscore = np.multiply(1 - h, dnext_h)
    dx = np.matmul(dscore, Wx.T)
    dWx = np.matmul(x.T, dscore)
    dprev_h = np.matmul(dscore, Wh.T)
    dWh = np.matmul(prev_h.T, dscore)
    db = np.sum(dscore, axis=0)
    return dx, dprev_h, dWx, dWh, db
