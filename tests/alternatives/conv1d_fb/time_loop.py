"""Loops over output times, with the taps picked by their indices."""

import numpy as np


def conv1d_forward(x, w, b, conv_param):
    s, d = conv_param["stride"], conv_param["dilation"]
    N, C, T = x.shape
    F, _, K = w.shape
    if conv_param["causal"]:
        lo, hi = (K - 1) * d, 0
    else:
        lo = hi = conv_param["pad"]
    xp = np.concatenate([np.zeros((N, C, lo)), x, np.zeros((N, C, hi))], axis=2)
    OT = (T + lo + hi - d * (K - 1) - 1) // s + 1
    out = np.zeros((N, F, OT))
    for t in range(OT):
        taps = [t * s + k * d for k in range(K)]
        for f in range(F):
            out[:, f, t] = (xp[:, :, taps] * w[f]).sum(axis=(1, 2)) + b[f]
    return out, (xp, w, lo, T, s, d)


def conv1d_backward(dout, cache):
    xp, w, lo, T, s, d = cache
    dxp, dw = np.zeros(xp.shape), np.zeros(w.shape)
    K = w.shape[2]
    for t in range(dout.shape[2]):
        taps = [t * s + k * d for k in range(K)]
        for f in range(w.shape[0]):
            dw[f] += np.tensordot(dout[:, f, t], xp[:, :, taps], axes=1)
            dxp[:, :, taps] += dout[:, f, t][:, None, None] * w[f]
    return dxp[:, :, lo : lo + T], dw, dout.sum(axis=2).sum(axis=0)
