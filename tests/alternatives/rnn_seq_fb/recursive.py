"""Recursion over the sequence: a closure for each step knows its own way back."""

import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    if x.shape[1] == 0:
        return np.zeros((x.shape[0], 0, h0.shape[1])), lambda dh: (
            np.zeros(x.shape),
            np.zeros(h0.shape),
            np.zeros(Wx.shape),
            np.zeros(Wh.shape),
            np.zeros(b.shape),
        )
    first = np.tanh(x[:, 0] @ Wx + h0 @ Wh + b)
    rest, back_rest = rnn_forward(x[:, 1:], first, Wx, Wh, b)

    def back(dh):
        dx_rest, dfirst, dWx, dWh, db = back_rest(dh[:, 1:])
        da = (dh[:, 0] + dfirst) * (1 - first**2)
        dx = np.concatenate([(da @ Wx.T)[:, None], dx_rest], axis=1)
        return dx, da @ Wh.T, dWx + x[:, 0].T @ da, dWh + h0.T @ da, db + da.sum(axis=0)

    return np.concatenate([first[:, None], rest], axis=1), back


def rnn_backward(dh, cache):
    return cache(dh)
