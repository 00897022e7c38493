"""Channel by channel and position by position."""

import numpy as np


def depthwise_separable_forward(x, w_depth, w_point, conv_param):
    s, p = conv_param["stride"], conv_param["pad"]
    N, C, H, W = x.shape
    KH, KW = w_depth.shape[2:]
    OH, OW = (H + 2 * p - KH) // s + 1, (W + 2 * p - KW) // s + 1
    xp = np.zeros((N, C, H + 2 * p, W + 2 * p))
    xp[:, :, p : p + H, p : p + W] = x
    mid = np.zeros((N, C, OH, OW))
    for c in range(C):
        for i in range(OH):
            for j in range(OW):
                window = xp[:, c, i * s : i * s + KH, j * s : j * s + KW]
                mid[:, c, i, j] = (window * w_depth[c, 0]).sum(axis=(1, 2))
    out = np.zeros((N, len(w_point), OH, OW))
    for f in range(len(w_point)):
        for c in range(C):
            out[:, f] += w_point[f, c, 0, 0] * mid[:, c]
    return out, (xp, mid, w_depth, w_point, s, p, H, W)


def depthwise_separable_backward(dout, cache):
    xp, mid, w_depth, w_point, s, p, H, W = cache
    KH, KW = w_depth.shape[2:]
    dw_point, dw_depth = np.zeros(w_point.shape), np.zeros(w_depth.shape)
    dmid, dxp = np.zeros(mid.shape), np.zeros(xp.shape)
    for f in range(len(w_point)):
        for c in range(mid.shape[1]):
            dw_point[f, c, 0, 0] = np.sum(dout[:, f] * mid[:, c])
            dmid[:, c] += w_point[f, c, 0, 0] * dout[:, f]
    for c in range(mid.shape[1]):
        for i in range(mid.shape[2]):
            for j in range(mid.shape[3]):
                d = dmid[:, c, i, j][:, None, None]
                window = np.s_[:, c, i * s : i * s + KH, j * s : j * s + KW]
                dw_depth[c, 0] += (d * xp[window]).sum(axis=0)
                dxp[window] += d * w_depth[c, 0]
    return dxp[:, :, p : p + H, p : p + W], dw_depth, dw_point


def depthwise_separable_macs(height, width, in_channels, out_channels, kernel, stride, pad):
    pixels = ((height + 2 * pad - kernel) // stride + 1) * ((width + 2 * pad - kernel) // stride + 1)
    return pixels * in_channels * kernel * kernel + pixels * in_channels * out_channels
