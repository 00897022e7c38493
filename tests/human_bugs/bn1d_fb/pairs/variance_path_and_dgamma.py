# bug: The path through the variance is missing in dx.
# bug: dgamma multiplies by the centred input instead of the normalised one.
# output: dx, dgamma
# line: 32; 29
# accept: variance-constant; std-missing
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    D = x.shape[1]
    running_mean = bn_param.get("running_mean", np.zeros(D))
    running_var = bn_param.get("running_var", np.zeros(D))
    if bn_param["mode"] == "train":
        mu = x.mean(axis=0)
        xc = x - mu
        var = np.mean(xc**2, axis=0)
        ivar = (var + eps) ** -0.5
        bn_param["running_mean"] = momentum * running_mean + (1 - momentum) * mu
        bn_param["running_var"] = momentum * running_var + (1 - momentum) * var
        return gamma * xc * ivar + beta, (xc, ivar, gamma)
    return gamma * (x - running_mean) * (running_var + eps) ** -0.5 + beta, None


def batchnorm_backward(dout, cache):
    xc, ivar, gamma = cache
    N = dout.shape[0]
    dgamma = np.sum(dout * xc, axis=0)
    dbeta = np.sum(dout, axis=0)
    dxc = dout * gamma * ivar
    dx = dxc - np.sum(dxc, axis=0) / N
    return dx, dgamma, dbeta
