# bug: Mean and variance are taken over the features (axis 1): that is layer normalisation.
# output: out, running_mean, running_var, dx, dgamma
# line: 14, 15
# accept: statistics-axis, statistics-whole-array
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "train":
        mu = x.mean(axis=1, keepdims=True)
        var = x.var(axis=1, keepdims=True)
        std = np.sqrt(var + eps)
        xhat = (x - mu) / std
        bn_param["running_mean"] = momentum * running_mean + (1 - momentum) * mu.mean()
        bn_param["running_var"] = momentum * running_var + (1 - momentum) * var.mean()
        return gamma * xhat + beta, (xhat, std, gamma)
    return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta, None


def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    D = dout.shape[1]
    g = dout * gamma
    dx = (g - g.mean(axis=1, keepdims=True) - xhat * (g * xhat).mean(axis=1, keepdims=True)) / std
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)
