# bug: The tanh derivative lacks its square.
# bug: The bias gradient is averaged.
# output: dx, dprev_h, dWx, dWh, db
# line: 16; 17
# accept: derivative-incomplete, square-missing; mean-twice
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    h = np.tanh(x @ Wx + prev_h @ Wh + b)
    return h, (x, prev_h, Wx, Wh, h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, h = cache
    da = (1 - h) * dnext_h
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.mean(axis=0)
