# bug: The gradient through the variance is forgotten; only the mean path is subtracted.
# output: dx
# line: 28
# accept: variance-constant
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    rm = bn_param.get("running_mean", np.zeros(x.shape[1]))
    rv = bn_param.get("running_var", np.zeros(x.shape[1]))
    if mode == "test":
        return (x - rm) / np.sqrt(rv + eps) * gamma + beta, None
    mu, var = np.mean(x, axis=0), np.var(x, axis=0)
    xhat = (x - mu) / np.sqrt(var + eps)
    bn_param["running_mean"] = momentum * rm + (1 - momentum) * mu
    bn_param["running_var"] = momentum * rv + (1 - momentum) * var
    return gamma * xhat + beta, (xhat, var, eps, gamma)


def batchnorm_backward(dout, cache):
    xhat, var, eps, gamma = cache
    dbeta = dout.sum(axis=0)
    dgamma = (xhat * dout).sum(axis=0)
    dxhat = gamma * dout
    dx = (dxhat - dxhat.mean(axis=0)) / np.sqrt(var + eps)
    return dx, dgamma, dbeta
