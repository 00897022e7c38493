# bug: The window ends one row and column early: the upper bound is taken as inclusive.
# output: out
# line: 22, 23
# accept: loop-one-short
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    Ho = (H + 2 * p - KH) // s + 1
    Wo = (W + 2 * p - KW) // s + 1
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    total = 0.0
                    for c in range(C):
                        for u in range(KH - 1):
                            for v in range(KW - 1):
                                total += xp[n, c, i * s + u, j * s + v] * w[f, c, u, v]
                    out[n, f, i, j] = total + b[f]
    return out, (x, w, b, conv_param)
