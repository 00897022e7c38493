# bug: gamma is missing in dx.
# bug: dbeta is averaged over the batch instead of summed.
# output: dx, dbeta
# line: 30; 29
# accept: gamma-missing; mean-twice
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    rm = bn_param.get("running_mean", np.zeros(x.shape[1]))
    rv = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "train":
        mu, var = np.mean(x, axis=0), np.var(x, axis=0)
        xhat = (x - mu) / np.sqrt(var + eps)
        bn_param["running_mean"] = momentum * rm + (1 - momentum) * mu
        bn_param["running_var"] = momentum * rv + (1 - momentum) * var
        cache = (xhat, var + eps)
    else:
        xhat = (x - rm) / np.sqrt(rv + eps)
        cache = None
    return gamma * xhat + beta, cache


def batchnorm_backward(dout, cache):
    xhat, v = cache
    dgamma = np.sum(dout * xhat, axis=0)
    dbeta = np.mean(dout, axis=0)
    dx = (dout - dout.mean(axis=0) - xhat * np.mean(dout * xhat, axis=0)) / np.sqrt(v)
    return dx, dgamma, dbeta
