# bug: The bias is never added.
# output: out
# line: 20
# accept: bias-missing
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    x_pad = np.pad(x, [(0,), (0,), (p,), (p,)])
    oh = (H + 2 * p - KH) // s + 1
    ow = (W + 2 * p - KW) // s + 1
    out = np.zeros((N, F, oh, ow))
    for i in range(oh):
        for j in range(ow):
            win = x_pad[:, :, i * s : i * s + KH, j * s : j * s + KW]
            for f in range(F):
                out[:, f, i, j] = np.sum(win * w[f], axis=(1, 2, 3))
    cache = (x, w, b, conv_param)
    return out, cache
