# bug: dnext_c is not added to the gradient of the cell.
# output: dx, dprev_h, dprev_c, dWx, dWh, db
# line: 25
# accept: cell-gradient-from-next-missing
import numpy as np


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    gates = x @ Wx + prev_h @ Wh + b
    i, f, o, g = np.split(gates, 4, axis=1)
    i, f, o, g = sigmoid(i), sigmoid(f), sigmoid(o), np.tanh(g)
    c = f * prev_c + i * g
    tc = np.tanh(c)
    h = o * tc
    return h, c, (x, prev_h, prev_c, Wx, Wh, i, f, o, g, tc)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, o, g, tc = cache
    do = dnext_h * tc
    dc = dnext_h * o * (1 - tc**2)
    dprev_c = f * dc
    di, df, dg = g * dc, prev_c * dc, i * dc
    dgates = np.concatenate(
        [di * i * (1 - i), df * f * (1 - f), do * o * (1 - o), dg * (1 - g**2)], axis=1
    )
    db = np.sum(dgates, axis=0)
    return dgates @ Wx.T, dgates @ Wh.T, dprev_c, x.T @ dgates, prev_h.T @ dgates, db
