# bug: The backward pass stacks the blocks as i, f, g, o although the forward pass reads i, f, o, g.
# output: dx, dprev_h, dWx, dWh, db
# line: 30
# accept: gate-order-mixed
import numpy as np


def sigmoid(z):
    return 0.5 * (1 + np.tanh(z / 2))


def lstm_step_forward(x, prev_h, prev_c, Wx, Wh, b):
    H = prev_h.shape[1]
    a = x @ Wx + prev_h @ Wh + b
    i, f, o, g = a[:, :H], a[:, H : 2 * H], a[:, 2 * H : 3 * H], a[:, 3 * H :]
    i, f, o, g = sigmoid(i), sigmoid(f), sigmoid(o), np.tanh(g)
    next_c = f * prev_c + i * g
    next_h = o * np.tanh(next_c)
    return next_h, next_c, (i, f, g, o, next_c, prev_c, x, prev_h, Wx, Wh)


def lstm_step_backward(dnext_h, dnext_c, cache):
    i, f, g, o, next_c, prev_c, x, prev_h, Wx, Wh = cache
    tc = np.tanh(next_c)
    dc = dnext_c + dnext_h * o * (1 - tc**2)
    di = dc * g * i * (1 - i)
    df = dc * prev_c * f * (1 - f)
    dg = dc * i * (1 - g**2)
    do = dnext_h * tc * o * (1 - o)
    da = np.concatenate([di, df, dg, do], axis=1)
    return da @ Wx.T, da @ Wh.T, dc * f, x.T @ da, prev_h.T @ da, da.sum(axis=0)
