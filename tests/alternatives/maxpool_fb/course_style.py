"""Loops over the output positions, and the mask of equality with the maximum."""

import numpy as np


def max_pool_forward_naive(x, pool_param):
    N, C, H, W = x.shape
    PH = pool_param["pool_height"]
    PW = pool_param["pool_width"]
    S = pool_param["stride"]
    H_out = 1 + (H - PH) // S
    W_out = 1 + (W - PW) // S
    out = np.zeros((N, C, H_out, W_out))
    for i in range(H_out):
        for j in range(W_out):
            out[:, :, i, j] = np.max(x[:, :, i * S : i * S + PH, j * S : j * S + PW], axis=(2, 3))
    return out, (x, out, pool_param)


def max_pool_backward_naive(dout, cache):
    x, out, pool_param = cache
    PH, PW, S = pool_param["pool_height"], pool_param["pool_width"], pool_param["stride"]
    dx = np.zeros_like(x)
    for i in range(dout.shape[2]):
        for j in range(dout.shape[3]):
            window = x[:, :, i * S : i * S + PH, j * S : j * S + PW]
            mask = window == out[:, :, i, j][:, :, None, None]
            dx[:, :, i * S : i * S + PH, j * S : j * S + PW] += (
                mask * dout[:, :, i, j][:, :, None, None]
            )
    return dx
