# bug: The bias is added once for every input channel, inside the loop over the channels.
# output: out
# line: 26
# accept: bias-per-channel
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride = conv_param["stride"]
    pad = conv_param["pad"]
    N, C, H, W = x.shape
    F, C, HH, WW = w.shape
    out_h = int((H + 2 * pad - HH) / stride) + 1
    out_w = int((W + 2 * pad - WW) / stride) + 1
    padded = np.zeros((N, C, H + 2 * pad, W + 2 * pad))
    padded[:, :, pad : pad + H, pad : pad + W] = x
    out = np.zeros((N, F, out_h, out_w))
    for n in range(N):
        for f in range(F):
            for i in range(out_h):
                for j in range(out_w):
                    for c in range(C):
                        a = i * stride
                        bb = j * stride
                        region = padded[n, c, a : a + HH, bb : bb + WW]
                        out[n, f, i, j] += np.sum(region * w[f, c]) + b[f]
    return out, (x, w, b, conv_param)
