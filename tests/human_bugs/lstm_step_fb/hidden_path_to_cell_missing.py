# bug: The cell gradient is dnext_c alone: what arrives through next_h is not added.
# output: dx, dprev_h, dprev_c, dWx, dWh, db
# line: 28
# accept: cell-gradient-from-hidden-missing
import numpy as np


def sigmoid(z):
    return 0.5 * np.tanh(0.5 * z) + 0.5


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    N, H = prev_h.shape
    A = x.dot(Wx) + prev_h.dot(Wh) + b
    i = sigmoid(A[:, 0:H])
    f = sigmoid(A[:, H : 2 * H])
    o = sigmoid(A[:, 2 * H : 3 * H])
    g = np.tanh(A[:, 3 * H : 4 * H])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    cache = (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)
    return next_h, next_c, cache


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    do = dnext_h * np.tanh(next_c)
    dc = dnext_c
    di = dc * g
    df = dc * prev_c
    dg = dc * i
    dprev_c = dc * f
    dA = np.hstack((di * i * (1 - i), df * f * (1 - f), do * o * (1 - o), dg * (1 - g * g)))
    dx = dA.dot(Wx.T)
    dWx = x.T.dot(dA)
    dprev_h = dA.dot(Wh.T)
    dWh = prev_h.T.dot(dA)
    db = dA.sum(axis=0)
    return dx, dprev_h, dprev_c, dWx, dWh, db
