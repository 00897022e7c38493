# bug: Bias added inside the kernel loop.
# output: out
# line: 28, 31
# accept: none
import numpy as np


def pad_image(img, p):
    C, H, W = img.shape
    big = np.zeros((C, H + 2 * p, W + 2 * p))
    big[:, p:p + H, p:p + W] = img
    return big


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    OH = (H + 2 * pad - KH) // stride + 1
    OW = (W + 2 * pad - KW) // stride + 1
    out = np.zeros((N, F, OH, OW))
    for n in range(N):
        img = pad_image(x[n], pad)
        for i in range(OH):
            for j in range(OW):
                r, s = i * stride, j * stride
                for f in range(F):
                    acc = 0.0
                    for ki in range(KH):
                        for kj in range(KW):
                            acc += b[f]
                            for c in range(C):
                                acc += img[c, r + ki, s + kj] * w[f, c, ki, kj]
                    out[n, f, i, j] = acc
    return out, (x, w, b, conv_param)
