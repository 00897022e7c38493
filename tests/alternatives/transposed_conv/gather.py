"""Every output pixel asks which input elements reach it."""

import numpy as np


def conv_transpose2d(x, w, b, stride=1, pad=0):
    N, C, H, W = x.shape
    _, F, KH, KW = w.shape
    OH = (H - 1) * stride - 2 * pad + KH
    OW = (W - 1) * stride - 2 * pad + KW
    out = np.zeros((N, F, OH, OW))
    for p in range(OH):
        for q in range(OW):
            for u in range(KH):
                for v in range(KW):
                    i, rest_i = divmod(p + pad - u, stride)
                    j, rest_j = divmod(q + pad - v, stride)
                    if rest_i or rest_j or not (0 <= i < H and 0 <= j < W):
                        continue
                    out[:, :, p, q] += x[:, :, i, j] @ w[:, :, u, v]
            out[:, :, p, q] += b
    return out
