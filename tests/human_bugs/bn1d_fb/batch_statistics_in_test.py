# bug: Test mode normalises with the statistics of the batch instead of the running ones.
# output: out
# line: 14
# accept: batch-statistics-at-test
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    D = x.shape[1]
    mu = x.mean(axis=0)
    var = x.var(axis=0)
    xhat = (x - mu) / np.sqrt(var + eps)
    out = gamma * xhat + beta
    if bn_param["mode"] == "train":
        rm = bn_param.get("running_mean", np.zeros(D))
        rv = bn_param.get("running_var", np.zeros(D))
        bn_param["running_mean"] = momentum * rm + (1 - momentum) * mu
        bn_param["running_var"] = momentum * rv + (1 - momentum) * var
    cache = (xhat, np.sqrt(var + eps), gamma)
    return out, cache


def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    N = len(dout)
    dgamma = (xhat * dout).sum(axis=0)
    dbeta = dout.sum(axis=0)
    dx = gamma / N / std * (N * dout - xhat * dgamma - dbeta)
    return dx, dgamma, dbeta
