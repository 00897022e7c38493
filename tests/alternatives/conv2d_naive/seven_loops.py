"""Seven nested loops over a padded copy."""

import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param["stride"]
    pad = conv_param["pad"]
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    padded[:, :, pad : pad + H, pad : pad + W] = x
    H_out = (H + 2 * pad - KH) // stride + 1
    W_out = (W + 2 * pad - KW) // stride + 1
    out = np.zeros((N, F, H_out, W_out))
    for n in range(N):
        for f in range(F):
            for i in range(H_out):
                for j in range(W_out):
                    acc = b[f]
                    for c in range(C):
                        for u in range(KH):
                            for t in range(KW):
                                acc += padded[n, c, i * stride + u, j * stride + t] * w[f, c, u, t]
                    out[n, f, i, j] = acc
    return out, (x, w, b, conv_param)
