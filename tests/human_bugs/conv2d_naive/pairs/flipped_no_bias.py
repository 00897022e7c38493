# bug: The kernel is flipped.
# bug: The bias is never added.
# output: out
# line: 13; 22
# accept: kernel-flipped; bias-missing
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    k = np.flip(w, axis=(2, 3))
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    Ho = (H + 2 * p - KH) // s + 1
    Wo = (W + 2 * p - KW) // s + 1
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    out[n, f, i, j] = np.sum(xp[n, :, i * s : i * s + KH, j * s : j * s + KW] * k[f])
    return out, (x, w, b, conv_param)
