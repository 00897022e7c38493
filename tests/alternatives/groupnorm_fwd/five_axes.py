"""The groups as an axis of their own, (N, G, C/G, H, W), and the staged graph."""

import numpy as np


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    eps = gn_param.get("eps", 1e-5)
    N, C, H, W = x.shape
    xg = x.reshape(N, G, C // G, H, W)
    mu = xg.mean(axis=(2, 3, 4), keepdims=True)
    xc = xg - mu
    var = (xc**2).mean(axis=(2, 3, 4), keepdims=True)
    ivar = 1 / np.sqrt(var + eps)
    xn = (xc * ivar).reshape(N, C, H, W)
    return gamma * xn + beta, (G, xc, ivar, xn, gamma)


def spatial_groupnorm_backward(dout, cache):
    G, xc, ivar, xn, gamma = cache
    N, C, H, W = dout.shape
    m = C // G * H * W
    dbeta = dout.sum(axis=(0, 2, 3), keepdims=True)
    dgamma = (dout * xn).sum(axis=(0, 2, 3), keepdims=True)
    dxn = (dout * gamma).reshape(xc.shape)
    divar = (dxn * xc).sum(axis=(2, 3, 4), keepdims=True)
    dvar = -0.5 * divar * ivar**3
    dxc = dxn * ivar + 2 * xc * dvar / m
    dx = dxc - dxc.sum(axis=(2, 3, 4), keepdims=True) / m
    return dx.reshape(dout.shape), dgamma, dbeta
