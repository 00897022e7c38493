# bug: The loop over the batch assigns the weight gradients instead of adding to them.
# output: dWx, dWh
# line: 23, 24
# accept: last-sample-only
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    next_h = np.tanh(np.einsum("nd,dh->nh", x, Wx) + np.einsum("nk,kh->nh", prev_h, Wh) + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    N = x.shape[0]
    da = dnext_h * (1 - next_h**2)
    dx = np.zeros(x.shape)
    dprev_h = np.zeros(prev_h.shape)
    db = np.zeros(Wh.shape[1])
    for i in range(N):
        dx[i] = da[i] @ Wx.T
        dprev_h[i] = da[i] @ Wh.T
        dWx = np.outer(x[i], da[i])
        dWh = np.outer(prev_h[i], da[i])
        db += da[i]
    return dx, dprev_h, dWx, dWh, db
