# bug: The output gate's gradient uses the cell instead of its tanh.
# bug: The candidate is differentiated like a sigmoid.
# output: dx, dprev_h, dWx, dWh, db
# line: 26; 27
# accept: activation-missing, preactivation-for-activation; sigmoid-for-tanh
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    i, f, o, g = np.split(x @ Wx + prev_h @ Wh + b, 4, axis=1)
    i, f, o, g = sigmoid(i), sigmoid(f), sigmoid(o), np.tanh(g)
    c = f * prev_c + i * g
    return o * np.tanh(c), c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, c = cache
    dc = dnext_c + dnext_h * o * (1 - np.tanh(c) ** 2)
    dgates = [
        dc * g * i * (1 - i),
        dc * prev_c * f * (1 - f),
        dnext_h * c * o * (1 - o),
        dc * i * g * (1 - g),
    ]
    da = np.concatenate(dgates, axis=1)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
