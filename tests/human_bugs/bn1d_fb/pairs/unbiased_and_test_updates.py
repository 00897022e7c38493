# bug: The batch variance is the unbiased one.
# bug: Running statistics are updated in test mode too.
# output: out, running_mean, running_var, dx, dgamma
# line: 16; 24, 25
# accept: variance-unbiased; running-updated-at-test
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, D = x.shape
    rm = bn_param.get("running_mean", np.zeros(D))
    rv = bn_param.get("running_var", np.zeros(D))
    mu = x.mean(axis=0)
    var = ((x - mu) ** 2).sum(axis=0) / max(N - 1, 1)
    if bn_param["mode"] == "train":
        std = np.sqrt(var + eps)
        xhat = (x - mu) / std
        cache = (xhat, std, gamma)
    else:
        xhat = (x - rm) / np.sqrt(rv + eps)
        cache = None
    bn_param["running_mean"] = momentum * rm + (1 - momentum) * mu
    bn_param["running_var"] = momentum * rv + (1 - momentum) * var
    return gamma * xhat + beta, cache


def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    N = dout.shape[0]
    dgamma = (dout * xhat).sum(axis=0)
    dbeta = dout.sum(axis=0)
    dx = gamma / (N * std) * (N * dout - dbeta - xhat * dgamma)
    return dx, dgamma, dbeta
