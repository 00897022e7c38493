# bug: Only the last channel counts, since the loop over the channels assigns.
# bug: The window ends one column early.
# output: out
# line: 27; 25
# accept: last-channel-only; loop-one-short
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    xp = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    xp[:, :, pad : H + pad, pad : W + pad] = x
    Ho = (H + 2 * pad - HH) // stride + 1
    Wo = (W + 2 * pad - WW) // stride + 1
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    for c in range(C):
                        s = 0.0
                        for u in range(HH):
                            for v in range(WW - 1):
                                s += xp[n, c, i * stride + u, j * stride + v] * w[f, c, u, v]
                        out[n, f, i, j] = s + b[f]
    return out, (x, w, b, conv_param)
