"""The backward loop runs from T − 1 down to 0, and its state stays zero until the real part begins."""

import numpy as np


def reverse_padded(x, lengths):
    T = x.shape[1]
    order = [list(range(L - 1, -1, -1)) + list(range(L, T)) for L in lengths]
    return np.take_along_axis(x, np.array(order)[:, :, None], axis=1)


def birnn_forward(x, lengths, Wx, Wh, b):
    N, T, _ = x.shape
    H = b.shape[-1]
    mask = (np.arange(T)[None, :] < np.asarray(lengths)[:, None]).astype(float)[:, :, None]
    projected = np.einsum("ntd,kdh->knth", x, Wx) + b[:, None, None, :]
    out = np.zeros((N, T, 2 * H))
    h, g = np.zeros((N, H)), np.zeros((N, H))
    for t in range(T):
        new = np.tanh(projected[0, :, t] + h @ Wh[0])
        h = mask[:, t] * new + (1 - mask[:, t]) * h
        out[:, t, :H] = mask[:, t] * new
    for t in range(T - 1, -1, -1):
        g = mask[:, t] * np.tanh(projected[1, :, t] + g @ Wh[1])
        out[:, t, H:] = g
    return out, np.concatenate((h, g), axis=-1)
