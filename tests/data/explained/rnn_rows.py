import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.zeros(prev_h.shape)
    for n in range(len(x)):
        a = Wx.T @ x[n] + Wh @ prev_h[n] + b
        next_h[n] = np.tanh(a)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    da = dnext_h * (1 - next_h**2)
    return da @ Wx.T, da @ Wh.T, x.T @ da, prev_h.T @ da, da.sum(axis=0)
