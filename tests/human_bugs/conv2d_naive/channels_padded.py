# bug: The padding is given to the channel and row axes instead of rows and columns, so that shapes no longer fit and padded cases raise an error.
# output: out
# line: 12
# accept: channels-padded
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    xp = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    Hp = (H + 2 * pad - HH) // stride + 1
    Wp = (W + 2 * pad - WW) // stride + 1
    out = np.zeros((N, F, Hp, Wp))
    for i in range(Hp):
        for j in range(Wp):
            win = xp[:, :, i * stride : i * stride + HH, j * stride : j * stride + WW]
            out[:, :, i, j] = np.einsum("nchw,fchw->nf", win, w) + b
    return out, (x, w, b, conv_param)
