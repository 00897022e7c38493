"""The mask as a number that weighs new and old state."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_masked_forward(x, mask, h0, c0, Wx, Wh, b):
    H = h0.shape[1]
    h, c, outs = h0, c0, []
    for t in range(x.shape[1]):
        m = np.asarray(mask[:, t : t + 1], dtype=float)
        a = np.dot(x[:, t], Wx) + np.dot(h, Wh) + b
        i, f, o = sigmoid(a[:, :H]), sigmoid(a[:, H : 2 * H]), sigmoid(a[:, 2 * H : 3 * H])
        g = np.tanh(a[:, 3 * H :])
        c_new = f * c + i * g
        h_new = o * np.tanh(c_new)
        c = m * c_new + (1 - m) * c
        h = m * h_new + (1 - m) * h
        outs.append(m * h_new)
    return np.stack(outs, axis=1), h, c
