# bug: The bias gradient is averaged over the batch instead of summed.
# output: db
# line: 20
# accept: mean-twice
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    pre = np.matmul(x, Wx) + np.matmul(prev_h, Wh) + b
    return np.tanh(pre), (x, prev_h, Wx, Wh, pre)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, pre = cache
    dpre = dnext_h * (1 - np.tanh(pre) ** 2)
    dx = np.matmul(dpre, Wx.T)
    dprev_h = np.matmul(dpre, Wh.T)
    dWx = np.matmul(x.T, dpre)
    dWh = np.matmul(prev_h.T, dpre)
    db = np.mean(dpre, axis=0)
    return dx, dprev_h, dWx, dWh, db
