import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    H2 = 1 + (H + 2 * pad - KH) // stride
    W2 = 1 + (W + 2 * pad - KW) // stride
    out = np.zeros((N, F, H2, W2))
    for n in range(N):
        for f in range(F):
            for i in range(H2):
                for j in range(W2):
                    acc = float(b[f])
                    for c in range(C):
                        for u in range(KH):
                            for v in range(KW):
                                r, q = i * stride + u - pad, j * stride + v - pad
                                if 0 <= r < H and 0 <= q < W:
                                    acc += x[n, c, r, q] * w[f, c, u, v]
                    out[n, f, i, j] = acc
    return out, (x, w, b, conv_param)
