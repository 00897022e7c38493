"""Every sequence by itself, padded steps skipped."""

import numpy as np


def s(z):
    return 1 / (1 + np.exp(-z))


def lstm_forward_masked(x, mask, h0, c0, Wx, Wh, b):
    N, T, _ = x.shape
    out = np.zeros((N, T, h0.shape[1]))
    last_h, last_c = np.array(h0, dtype=float), np.array(c0, dtype=float)
    for n in range(N):
        for t in range(T):
            if not mask[n, t]:
                continue
            i, f, o, g = np.split(x[n, t] @ Wx + last_h[n] @ Wh + b, 4)
            last_c[n] = s(f) * last_c[n] + s(i) * np.tanh(g)
            last_h[n] = s(o) * np.tanh(last_c[n])
            out[n, t] = last_h[n]
    return out, last_h, last_c
