# bug: The gradient of the previous cell is handed on without the forget gate.
# output: dprev_c
# line: 28
# accept: forget-gate-missing
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    i, f, o, g = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid(i), sigmoid(f), sigmoid(o), np.tanh(g)
    next_c = f * prev_c + i * g
    tanhc = np.tanh(next_c)
    return o * tanhc, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, tanhc)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, tanhc = cache
    dct = dnext_c + dnext_h * o * (1 - tanhc**2)
    dai = dct * g * i * (1 - i)
    daf = dct * prev_c * f * (1 - f)
    dao = dnext_h * tanhc * o * (1 - o)
    dag = dct * i * (1 - g**2)
    da = np.concatenate([dai, daf, dao, dag], axis=1)
    dprev_c = dct
    return da @ Wx.T, da @ Wh.T, dprev_c, x.T @ da, prev_h.T @ da, da.sum(axis=0)
