# bug: Gamma forgotten on the way back.
# output: dx
# line: 22
# accept: gamma-missing
import numpy as np


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    eps = gn_param.get("eps", 1e-5)
    xg = x.reshape(x.shape[0], G, -1)
    mu = xg.mean(axis=2, keepdims=True)
    var = xg.var(axis=2, keepdims=True)
    std = np.sqrt(var + eps)
    xhat = ((xg - mu) / std).reshape(x.shape)
    return gamma * xhat + beta, (xhat, std, gamma, G)


def spatial_groupnorm_backward(dout, cache):
    xhat, std, gamma, G = cache
    dbeta = dout.sum(axis=(0, 2, 3), keepdims=True)
    dgamma = (dout * xhat).sum(axis=(0, 2, 3), keepdims=True)
    d = dout.reshape(dout.shape[0], G, -1)
    xh = xhat.reshape(d.shape)
    mean_d = d.mean(axis=2, keepdims=True)
    mean_dxh = (d * xh).mean(axis=2, keepdims=True)
    dx = (d - mean_d - xh * mean_dxh) / std
    return dx.reshape(dout.shape), dgamma, dbeta
