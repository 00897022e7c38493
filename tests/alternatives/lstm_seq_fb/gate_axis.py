"""Gates on an axis of their own, time first, the weight gradients by one einsum each."""

import numpy as np


def lstm_forward(x, h0, Wx, Wh, b):
    T, H = x.shape[1], h0.shape[1]
    U, V = Wx.reshape(-1, 4, H), Wh.reshape(H, 4, H)
    gates, cells, hidden = [], [np.zeros(h0.shape)], [h0]
    for t in range(T):
        net = np.einsum("nd,dqh->nqh", x[:, t], U) + np.einsum("nk,kqh->nqh", hidden[-1], V)
        net = net + b.reshape(4, H)
        act = np.concatenate([(np.tanh(net[:, :3] / 2) + 1) / 2, np.tanh(net[:, 3:])], axis=1)
        i, f, o, g = act[:, 0], act[:, 1], act[:, 2], act[:, 3]
        cells.append(i * g + f * cells[-1])
        hidden.append(o * np.tanh(cells[-1]))
        gates.append(act)
    return np.stack(hidden[1:], axis=1), (x, U, V, gates, cells, hidden)


def lstm_backward(dh, cache):
    x, U, V, gates, cells, hidden = cache
    T = dh.shape[1]
    back_h, back_c = 0.0, 0.0
    nets = [None] * T
    for t in range(T)[::-1]:
        act, tc = gates[t], np.tanh(cells[t + 1])
        i, f, o, g = act[:, 0], act[:, 1], act[:, 2], act[:, 3]
        up = dh[:, t] + back_h
        dc = back_c + up * o * (1 - tc * tc)
        dact = np.stack([dc * g, dc * cells[t], up * tc, dc * i], axis=1)
        slope = np.concatenate([act[:, :3] - act[:, :3] ** 2, 1 - act[:, 3:] ** 2], axis=1)
        nets[t] = dact * slope
        back_h = np.einsum("nqh,kqh->nk", nets[t], V)
        back_c = dc * f
    dnet = np.stack(nets, axis=1)
    before = np.stack(hidden[:-1], axis=1)
    dx = np.einsum("ntqh,dqh->ntd", dnet, U)
    dWx = np.einsum("ntd,ntqh->dqh", x, dnet).reshape(x.shape[2], -1)
    dWh = np.einsum("ntk,ntqh->kqh", before, dnet).reshape(before.shape[2], -1)
    return dx, back_h, dWx, dWh, dnet.sum(axis=(0, 1)).ravel()
