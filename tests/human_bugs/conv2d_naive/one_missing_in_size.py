# bug: The +1 of the output size is missing, so the last row and column are lost.
# output: out
# line: 13, 14
# accept: output-size-one-short
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    Ho = (H + 2 * p - KH) // s
    Wo = (W + 2 * p - KW) // s
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    out[n, f, i, j] = np.sum(xp[n, :, i * s : i * s + KH, j * s : j * s + KW] * w[f]) + b[f]
    return out, (x, w, b, conv_param)
