# bug: Only channel 0 of the image meets the kernel: the sum over the channels is missing.
# output: out
# line: 21
# accept: first-channel-only
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    img = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)))
    Ho = (H - KH + 2 * p) // s + 1
    Wo = (W - KW + 2 * p) // s + 1
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    r, c = i * s, j * s
                    out[n, f, i, j] = np.sum(img[n, 0, r : r + KH, c : c + KW] * w[f, 0]) + b[f]
    return out, (x, w, b, conv_param)
