# bug: The candidate g is differentiated like a sigmoid, g(1 - g), although it is a tanh.
# output: dx, dprev_h, dWx, dWh, db
# line: 29
# accept: sigmoid-for-tanh
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = x @ Wx + prev_h @ Wh + b
    s = sigmoid(a[:, : 3 * H])
    i, f, o = s[:, :H], s[:, H : 2 * H], s[:, 2 * H :]
    g = np.tanh(a[:, 3 * H :])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    t = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - t**2)
    gates = np.concatenate([i, f, o, g], axis=1)
    dgates = np.concatenate([dc * g, dc * prev_c, dnext_h * t, dc * i], axis=1)
    da = dgates * gates * (1 - gates)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
