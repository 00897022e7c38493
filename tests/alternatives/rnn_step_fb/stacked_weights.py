"""Glues x and h together and Wx on top of Wh: one affine map, cut apart again at the end."""

import numpy as np


def rnn_step_forward(x, prev_h, Wx, Wh, b):
    joined = np.concatenate([x, prev_h], axis=1)
    W = np.concatenate([Wx, Wh], axis=0)
    h = np.tanh(joined.dot(W) + b)
    return h, {"joined": joined, "W": W, "h": h, "D": x.shape[1]}


def rnn_step_backward(dnext_h, cache):
    D, h = cache["D"], cache["h"]
    dnet = (1 - h) * (1 + h) * dnext_h
    djoined = dnet.dot(cache["W"].T)
    dW = cache["joined"].T.dot(dnet)
    db = np.sum(dnet, axis=0)
    dx, dprev_h = np.split(djoined, [D], axis=1)
    dWx, dWh = np.split(dW, [D], axis=0)
    return dx, dprev_h, dWx, dWh, db
