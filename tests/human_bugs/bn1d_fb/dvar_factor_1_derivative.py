# bug: Dvar: the factor -1 of the derivative of 1/std is lost.
# output: dx
# line: 41
# accept: sign-flipped
import numpy as np

def batchnorm_forward(x, gamma, beta, bn_param):
    mode = bn_param["mode"]
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, D = x.shape
    running_mean = bn_param.get("running_mean", np.zeros(D))
    running_var = bn_param.get("running_var", np.zeros(D))
    cache = None
    if mode == "train":
        mu = x.mean(axis=0)
        xmu = x - mu
        var = np.mean(xmu ** 2, axis=0)
        std = np.sqrt(var + eps)
        istd = 1.0 / std
        xhat = xmu * istd
        out = gamma * xhat + beta
        cache = (gamma, xhat, xmu, istd, std)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * var
    else:
        xhat = (x - running_mean) / np.sqrt(running_var + eps)
        out = gamma * xhat + beta
    bn_param["running_mean"] = running_mean
    bn_param["running_var"] = running_var
    return out, cache

def batchnorm_backward(dout, cache):
    gamma, xhat, xmu, istd, std = cache
    N, D = dout.shape
    dbeta = dout.sum(axis=0)
    dgamma = (dout * xhat).sum(axis=0)
    dxhat = dout * gamma
    distd = (dxhat * xmu).sum(axis=0)
    dxmu1 = dxhat * istd
    dstd = distd / std ** 2
    dvar = 0.5 * dstd / std
    dxmu2 = 2 * xmu * dvar / N
    dxmu = dxmu1 + dxmu2
    dmu = -dxmu.sum(axis=0)
    dx = dxmu + dmu / N
    return dx, dgamma, dbeta
