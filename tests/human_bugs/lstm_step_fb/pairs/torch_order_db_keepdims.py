# bug: The blocks are read in torch's order i, f, g, o.
# bug: The bias gradient keeps the batch axis.
# output: next_h, next_c, dx, dprev_h, dprev_c, dWx, dWh, db
# line: 18, 19; 34
# accept: convention; none
# edit of the second: behaves as if np.sum(da, axis=0, keepdims=True) stood where np.sum(da, axis=0) belongs
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = x @ Wx + prev_h @ Wh + b
    i = sigmoid(a[:, :H])
    f = sigmoid(a[:, H : 2 * H])
    g = np.tanh(a[:, 2 * H : 3 * H])
    o = sigmoid(a[:, 3 * H :])
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (x, prev_h, prev_c, Wx, Wh, i, f, g, o, next_c)


def lstm_step_backward(dnext_h, dnext_c, cache):
    x, prev_h, prev_c, Wx, Wh, i, f, g, o, next_c = cache
    tc = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - tc**2)
    di = dc * g * i * (1 - i)
    df = dc * prev_c * f * (1 - f)
    dg = dc * i * (1 - g**2)
    do = dnext_h * tc * o * (1 - o)
    da = np.hstack([di, df, dg, do])
    db = da.sum(axis=0, keepdims=True)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, db
