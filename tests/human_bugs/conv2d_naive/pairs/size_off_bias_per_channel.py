# bug: The +1 of the output size is missing.
# bug: The bias is added once for each channel.
# output: out
# line: 14; 21
# accept: output-size-one-short; bias-per-channel
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    oh, ow = (H + 2 * p - KH) // s, (W + 2 * p - KW) // s
    out = np.zeros((N, F, oh, ow))
    for f in range(F):
        for c in range(C):
            for i in range(oh):
                for j in range(ow):
                    win = xp[:, c, i * s : i * s + KH, j * s : j * s + KW]
                    out[:, f, i, j] += (win * w[f, c]).sum(axis=(1, 2)) + b[f]
    return out, (x, w, b, conv_param)
