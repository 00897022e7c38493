"""Net-input gradients first; the sums over time and batch afterwards, by einsum."""

import numpy as np


def rnn_forward(x, h0, Wx, Wh, b):
    projected = np.einsum("ntd,dh->nth", x, Wx) + b
    states = [h0]
    for t in range(x.shape[1]):
        states.append(np.tanh(projected[:, t] + states[-1] @ Wh))
    states = np.stack(states, axis=1)
    return states[:, 1:], {"x": x, "states": states, "Wx": Wx, "Wh": Wh}


def rnn_backward(dh, cache):
    x, states, Wx, Wh = cache["x"], cache["states"], cache["Wx"], cache["Wh"]
    slopes = (1 - states[:, 1:]) * (1 + states[:, 1:])
    da = dh * slopes
    for t in range(x.shape[1] - 2, -1, -1):
        da[:, t] = da[:, t] + slopes[:, t] * (da[:, t + 1] @ Wh.T)
    dx = np.einsum("nth,dh->ntd", da, Wx)
    dWx = np.einsum("ntd,nth->dh", x, da)
    dWh = np.einsum("ntk,nth->kh", states[:, :-1], da)
    return dx, da[:, 0] @ Wh.T, dWx, dWh, da.sum(axis=(0, 1))
