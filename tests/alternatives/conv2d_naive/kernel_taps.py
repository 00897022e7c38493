"""Loops over the taps of the kernel only and adds shifted, strided images."""

import numpy as np


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    n, c, h, width = x.shape
    f, _, kh, kw = w.shape
    oh, ow = (h + 2 * pad - kh) // stride + 1, (width + 2 * pad - kw) // stride + 1
    xp = np.pad(x, ((0, 0), (0, 0), (pad, pad), (pad, pad)))
    out = np.tile(b.reshape(1, f, 1, 1), (n, 1, oh, ow)).astype(np.result_type(x, w, b))
    for u in range(kh):
        for v in range(kw):
            shifted = xp[:, :, u : u + stride * oh : stride, v : v + stride * ow : stride]
            tap = w[:, :, u, v]
            out += np.tensordot(tap, shifted, axes=(1, 1)).swapaxes(0, 1)
    return out, None
