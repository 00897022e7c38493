# bug: Dh0 without the last step back.
# output: dh0
# line: 31
# accept: none
import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    N, T, D = x.shape
    states = [h0]
    for t in range(T):
        states.append(np.tanh(x[:, t] @ Wx + states[-1] @ Wh + b))
    h = np.stack(states[1:], axis=1)
    return h, (x, states, Wx, Wh)


def rnn_backward(dh, cache):
    x, states, Wx, Wh = cache
    N, T, H = dh.shape
    dx = np.zeros(x.shape)
    dWx, dWh, db = np.zeros(Wx.shape), np.zeros(Wh.shape), np.zeros(H)
    carry = np.zeros((N, H))
    for t in reversed(range(T)):
        total = dh[:, t] + carry
        da = total * (1 - states[t + 1] ** 2)
        dx[:, t] = da @ Wx.T
        dWx += x[:, t].T @ da
        dWh += states[t].T @ da
        db += da.sum(axis=0)
        carry = da @ Wh.T
    return dx, total, dWx, dWh, db
