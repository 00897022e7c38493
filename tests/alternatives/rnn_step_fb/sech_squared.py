"""tanh' as sech^2 = 4 e^(-2|a|) / (1 + e^(-2|a|))^2, from the net input instead of the output."""

import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    net = np.einsum("nd,dh->nh", x, Wx) + np.einsum("nk,kh->nh", prev_h, Wh) + b
    return np.tanh(net), (net, x, prev_h, Wx, Wh)


def rnn_step_backward(dnext_h, cache):
    net, x, prev_h, Wx, Wh = cache
    q = np.exp(-2 * np.abs(net))
    dnet = dnext_h * 4 * q / (1 + q) ** 2
    dx = np.einsum("nh,dh->nd", dnet, Wx)
    dprev_h = np.einsum("nh,kh->nk", dnet, Wh)
    dWx = np.einsum("nd,nh->dh", x, dnet)
    dWh = np.einsum("nk,nh->kh", prev_h, dnet)
    db = np.einsum("nh->h", dnet)
    return dx, dprev_h, dWx, dWh, db
