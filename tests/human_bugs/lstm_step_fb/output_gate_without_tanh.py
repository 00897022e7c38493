# bug: The gradient of the output gate multiplies by the cell instead of its tanh.
# output: dx, dprev_h, dWx, dWh, db
# line: 31
# accept: activation-missing, preactivation-for-activation
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = np.matmul(x, Wx) + np.matmul(prev_h, Wh) + b
    i = sigmoid(a[:, :H])
    f = sigmoid(a[:, H : 2 * H])
    o = sigmoid(a[:, 2 * H : 3 * H])
    g = np.tanh(a[:, 3 * H :])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    H = prev_h.shape[1]
    dc = dnext_c + dnext_h * o * (1 - np.tanh(next_c) ** 2)
    da = np.zeros((x.shape[0], 4 * H))
    da[:, :H] = dc * g * i * (1 - i)
    da[:, H : 2 * H] = dc * prev_c * f * (1 - f)
    da[:, 2 * H : 3 * H] = dnext_h * next_c * o * (1 - o)
    da[:, 3 * H :] = dc * i * (1 - g**2)
    dx = np.matmul(da, Wx.T)
    dprev_h = np.matmul(da, Wh.T)
    return dx, dprev_h, dc * f, np.matmul(x.T, da), np.matmul(prev_h.T, da), np.sum(da, axis=0)
