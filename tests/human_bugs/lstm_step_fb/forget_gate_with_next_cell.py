# bug: The gradient of the forget gate multiplies by next_c instead of prev_c.
# output: dx, dprev_h, dWx, dWh, db
# line: 27
# accept: wrong-time-step
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_c.shape[1]
    act = np.dot(x, Wx) + np.dot(prev_h, Wh) + b
    i, f, o = (sigmoid(act[:, k * H : (k + 1) * H]) for k in range(3))
    g = np.tanh(act[:, 3 * H :])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, next_c = cache
    tc = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - tc**2)
    d_i = dc * g * i * (1 - i)
    d_f = dc * next_c * f * (1 - f)
    d_o = dnext_h * tc * o * (1 - o)
    d_g = dc * i * (1 - g**2)
    d_act = np.concatenate([d_i, d_f, d_o, d_g], axis=1)
    dWx, dWh, db = np.dot(x.T, d_act), np.dot(prev_h.T, d_act), d_act.sum(axis=0)
    return np.dot(d_act, Wx.T), np.dot(d_act, Wh.T), dc * f, dWx, dWh, db
