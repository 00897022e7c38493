# bug: The tanh derivative is taken with the net input.
# bug: The bias gradient keeps the batch axis.
# output: dx, dprev_h, dWx, dWh, db
# line: 17; 22
# accept: derivative-of-preactivation; none
# edit: behaves as if a stood where next_h belongs
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    a = x @ Wx + prev_h @ Wh + b
    return np.tanh(a), (x, prev_h, Wx, Wh, a)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, a = cache
    da = dnext_h * (1 - a * a)
    dx = da @ Wx.T
    dprev_h = da @ Wh.T
    dWx = x.T @ da
    dWh = prev_h.T @ da
    db = np.sum(da, axis=0, keepdims=True)
    return dx, dprev_h, dWx, dWh, db
