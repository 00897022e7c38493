"""Backward as geometry: remove from gamma*dout its component along 1, then its part along xhat."""

import numpy as np


def _remove_mean(a):
    return a - np.add.reduce(a) / len(a)


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param["eps"] if "eps" in bn_param else 1e-5
    keep = bn_param["momentum"] if "momentum" in bn_param else 0.9
    history = [bn_param.get(key, 0.0 * gamma) for key in ("running_mean", "running_var")]
    if bn_param["mode"] != "train":
        mean, variance = history
        return (x - mean) * gamma / (variance + eps) ** 0.5 + beta, ()
    u = _remove_mean(x)
    length_squared = (u * u).sum(axis=0)
    N = x.shape[0]
    batch = [x.sum(axis=0) / N, length_squared / N]
    merged = [keep * old + (1 - keep) * new for old, new in zip(history, batch)]
    bn_param["running_mean"], bn_param["running_var"] = merged
    s = 1 / np.sqrt(batch[1] + eps)
    return u * (s * gamma) + beta, (u * s, s, gamma)


def batchnorm_backward(dout, cache):
    xhat, s, gamma = cache
    g = _remove_mean(dout)
    along = (g * xhat).mean(axis=0)
    dx = s * gamma * (g - along * xhat)
    return dx, len(dout) * along, dout.sum(axis=0)
