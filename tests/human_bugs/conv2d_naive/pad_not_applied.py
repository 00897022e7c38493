# bug: The image itself is indexed instead of the padded copy, so border windows are cut short or shifted.
# output: out
# line: 20
# accept: padding-missing, padding-one-side
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    x_padded = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    Ho = (H + 2 * pad - HH) // stride + 1
    Wo = (W + 2 * pad - WW) // stride + 1
    out = np.zeros((N, F, Ho, Wo))
    for n in range(N):
        for f in range(F):
            for i in range(Ho):
                for j in range(Wo):
                    patch = x[n, :, i * stride : i * stride + HH, j * stride : j * stride + WW]
                    hh, ww = patch.shape[1:]
                    out[n, f, i, j] = np.sum(patch * w[f, :, :hh, :ww]) + b[f]
    return out, (x, w, b, conv_param)
