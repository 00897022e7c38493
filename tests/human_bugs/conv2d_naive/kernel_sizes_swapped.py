# bug: Kernel height and width are unpacked in the wrong order, which fails for kernels that are not square.
# output: out
# line: 11
# accept: axes-swapped
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, WW, HH = w.shape
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    Ho = (H + 2 * pad - HH) // stride + 1
    Wo = (W + 2 * pad - WW) // stride + 1
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    acc = b[f]
                    for c in range(C):
                        for u in range(WW):
                            for v in range(HH):
                                r, q = i * stride + u, j * stride + v
                                if r < xp.shape[2] and q < xp.shape[3]:
                                    acc += xp[n, c, r, q] * w[f, c, u, v]
                    out[n, f, i, j] = acc
    return out, (x, w, b, conv_param)
