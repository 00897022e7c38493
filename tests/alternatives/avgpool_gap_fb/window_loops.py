"""Loops over the positions, the padded image filled by hand."""

import numpy as np


def avg_pool_forward(x, pool_param):
    N, C, H, W = x.shape
    PH, PW = pool_param["pool_height"], pool_param["pool_width"]
    S, P = pool_param["stride"], pool_param["pad"]
    xp = np.zeros((N, C, H + 2 * P, W + 2 * P))
    xp[:, :, P : P + H, P : P + W] = x
    HO, WO = (H + 2 * P - PH) // S + 1, (W + 2 * P - PW) // S + 1
    out = np.zeros((N, C, HO, WO))
    for n in range(N):
        for c in range(C):
            for i in range(HO):
                for j in range(WO):
                    out[n, c, i, j] = np.mean(xp[n, c, i * S : i * S + PH, j * S : j * S + PW])
    return out, (N, C, H, W, PH, PW, S, P)


def avg_pool_backward(dout, cache):
    N, C, H, W, PH, PW, S, P = cache
    dxp = np.zeros((N, C, H + 2 * P, W + 2 * P))
    for n in range(N):
        for c in range(C):
            for i in range(dout.shape[2]):
                for j in range(dout.shape[3]):
                    dxp[n, c, i * S : i * S + PH, j * S : j * S + PW] += dout[n, c, i, j] / PH / PW
    return dxp[:, :, P : P + H, P : P + W]


def global_avg_pool_forward(x):
    return x.reshape(x.shape[0], x.shape[1], -1).mean(axis=2), x.shape


def global_avg_pool_backward(dout, cache):
    N, C, H, W = cache
    return np.repeat(dout / (H * W), H * W, axis=1).reshape(N, C, H, W)
