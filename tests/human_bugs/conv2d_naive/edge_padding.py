# bug: The border is padded with copies of the edge instead of zeros.
# output: out
# line: 12
# accept: padding-not-zero
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (p, p), (p, p)), mode="edge")
    Ho = (H + 2 * p - KH) // s + 1
    Wo = (W + 2 * p - KW) // s + 1
    out = np.zeros((N, F, Ho, Wo))
    for i in range(Ho):
        for j in range(Wo):
            window = xp[:, None, :, i * s : i * s + KH, j * s : j * s + KW]
            out[:, :, i, j] = (window * w[None]).sum(axis=(2, 3, 4)) + b
    return out, (x, w, b, conv_param)
