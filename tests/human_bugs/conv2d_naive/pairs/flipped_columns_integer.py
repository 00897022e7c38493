# bug: The kernel is flipped along its columns.
# bug: The output buffer is of integers when the images are.
# output: out
# line: 22; 16
# accept: kernel-flipped; none
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    Ho = (H + 2 * p - KH) // s + 1
    Wo = (W + 2 * p - KW) // s + 1
    out = np.zeros_like(x, shape=(N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    win = xp[n, :, i * s : i * s + KH, j * s : j * s + KW]
                    out[n, f, i, j] = np.sum(win * w[f, :, :, ::-1]) + b[f]
    return out, (x, w, b, conv_param)
