# bug: Border check with 0 < iy: the first row of the image is treated as padding.
# output: out
# line: 25
# accept: none
import numpy as np

def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param["stride"]
    pad = conv_param["pad"]
    N, C, H, W = x.shape
    F, C, KH, KW = w.shape
    OH = int((H + 2 * pad - KH) / stride) + 1
    OW = int((W + 2 * pad - KW) / stride) + 1
    out = np.zeros((N, F, OH, OW))
    for n in range(N):
        for f in range(F):
            for oy in range(OH):
                for ox in range(OW):
                    acc = b[f]
                    for c in range(C):
                        for ky in range(KH):
                            for kx in range(KW):
                                iy = oy * stride + ky - pad
                                ix = ox * stride + kx - pad
                                if 0 < iy < H and 0 <= ix < W:
                                    acc += x[n, c, iy, ix] * w[f, c, ky, kx]
                    out[n, f, oy, ox] = acc
    return out, (x, w, b, conv_param)
