# bug: Image put in the corner of the padded canvas.
# output: out
# line: 15
# accept: padding-one-side
import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    F, _, KH, KW = w.shape
    OH = (H + 2 * p - KH) // s + 1
    OW = (W + 2 * p - KW) // s + 1
    canvas = np.zeros((N, C, H + 2 * p, W + 2 * p))
    canvas[:, :, :H, :W] = x
    out = np.zeros((N, F, OH, OW)) + b.reshape(1, F, 1, 1)
    # slide the picture under each kernel entry
    for u in range(KH):
        for v in range(KW):
            view = canvas[:, :, u:u + s * OH:s, v:v + s * OW:s]
            for f in range(F):
                for c in range(C):
                    out[:, f] += w[f, c, u, v] * view[:, c]
    return out, (x, w, b, conv_param)
