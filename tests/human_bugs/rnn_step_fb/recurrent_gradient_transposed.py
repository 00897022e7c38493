# bug: The factors of the gradient of Wh are in the wrong order, so it is transposed; the square shape hides it.
# output: dWh
# line: 25
# accept: transposed-product
import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    N, H = prev_h.shape
    next_h = np.zeros((N, H))
    for n in range(N):
        next_h[n] = np.tanh(Wx.T @ x[n] + Wh.T @ prev_h[n] + b)
    return next_h, (x, prev_h, Wx, Wh, next_h)


def rnn_step_backward(dnext_h, cache):
    x, prev_h, Wx, Wh, next_h = cache
    dx, dprev_h = np.zeros(x.shape), np.zeros(prev_h.shape)
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(Wh.shape[0])
    for n in range(x.shape[0]):
        da = dnext_h[n] * (1 - next_h[n] ** 2)
        dx[n] = Wx @ da
        dprev_h[n] = Wh @ da
        dWx += np.outer(x[n], da)
        dWh += np.outer(da, prev_h[n])
        db += da
    return dx, dprev_h, dWx, dWh, db
