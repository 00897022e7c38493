"""Backward is composed of small pull-backs: centre, scale by the deviation, affine."""

import numpy as np


def _centre(x):
    return x - x.mean(axis=0), lambda g: g - g.mean(axis=0)


def _standardise(u, eps):
    s = np.sqrt((u**2).mean(axis=0) + eps)

    def pull_back(g):
        ds = -(g * u).sum(axis=0) / s**2
        return g / s + ds * u / (len(u) * s)

    return u / s, pull_back


def batchnorm_forward(x, gamma, beta, bn_param):
    eps, alpha = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    stats = {k: bn_param.get(k, np.zeros(x.shape[1])) for k in ("running_mean", "running_var")}
    if bn_param["mode"] == "test":
        z = (x - stats["running_mean"]) / np.sqrt(stats["running_var"] + eps)
        return gamma * z + beta, "no backward pass in test mode"
    u, back_centre = _centre(x)
    xhat, back_standardise = _standardise(u, eps)
    new = {"running_mean": x.mean(axis=0), "running_var": (u * u).mean(axis=0)}
    for name, old in stats.items():
        bn_param[name] = alpha * old + (1 - alpha) * new[name]

    def pull_back(dout):
        dx = back_centre(back_standardise(dout * gamma))
        return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)

    return gamma * xhat + beta, pull_back


def batchnorm_backward(dout, cache):
    return cache(dout)
