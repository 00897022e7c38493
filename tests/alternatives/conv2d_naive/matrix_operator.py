"""Writes the convolution as one big matrix from image pixels to output pixels."""

import numpy as np


def _operator(w, image_shape, stride, pad):
    C, H, W = image_shape
    F, _, KH, KW = w.shape
    OH = (H + 2 * pad - KH) // stride + 1
    OW = (W + 2 * pad - KW) // stride + 1
    A = np.zeros((F, OH, OW, C, H + 2 * pad, W + 2 * pad))
    for i in range(OH):
        for j in range(OW):
            top, left = i * stride, j * stride
            A[:, i, j, :, top : top + KH, left : left + KW] = w
    inside = A[..., pad : pad + H, pad : pad + W]  # pixels of the padding are zero anyway
    return inside.reshape(F * OH * OW, C * H * W), (F, OH, OW)


def conv_forward_naive(x, w, b, conv_param):
    A, out_shape = _operator(w, x.shape[1:], conv_param["stride"], conv_param["pad"])
    out = (x.reshape(x.shape[0], -1) @ A.T).reshape(x.shape[0], *out_shape)
    out = out + b[:, None, None]
    return out, (x, A)
