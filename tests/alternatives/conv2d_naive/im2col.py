"""Lays every receptive field out as a row and multiplies by the flattened kernels."""

import numpy as np


def im2col(images, kh, kw, stride):
    N, C, H, W = images.shape
    rows = []
    for n in range(N):
        for top in range(0, H - kh + 1, stride):
            for left in range(0, W - kw + 1, stride):
                rows.append(images[n, :, top : top + kh, left : left + kw].ravel())
    return np.array(rows)


def conv_forward_naive(x, w, b, conv_param):
    stride, pad = conv_param["stride"], conv_param["pad"]
    F, C, kh, kw = w.shape
    padded = np.pad(x, [(0, 0), (0, 0), (pad, pad), (pad, pad)])
    h_out = (padded.shape[2] - kh) // stride + 1
    w_out = (padded.shape[3] - kw) // stride + 1
    columns = im2col(padded, kh, kw, stride)
    scores = columns @ w.reshape(F, -1).T + b
    out = scores.reshape(x.shape[0], h_out, w_out, F).transpose(0, 3, 1, 2)
    return out, columns
