# bug: The derivative of the variance uses the power -1/2 where (var + eps)^(-3/2) belongs.
# output: dx
# line: 32
# accept: power-off-by-one
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    D = x.shape[1]
    r_mean = bn_param.get("running_mean", np.zeros(D))
    r_var = bn_param.get("running_var", np.zeros(D))
    if bn_param["mode"] == "train":
        mean = np.mean(x, axis=0)
        var = np.var(x, axis=0)
        x_norm = (x - mean) / np.sqrt(var + eps)
        out = gamma * x_norm + beta
        cache = (x, x_norm, mean, var, gamma, eps)
        r_mean = momentum * r_mean + (1 - momentum) * mean
        r_var = momentum * r_var + (1 - momentum) * var
    else:
        out = gamma * (x - r_mean) / np.sqrt(r_var + eps) + beta
        cache = None
    bn_param["running_mean"], bn_param["running_var"] = r_mean, r_var
    return out, cache


def batchnorm_backward(dout, cache):
    x, x_norm, mean, var, gamma, eps = cache
    N = x.shape[0]
    dx_norm = dout * gamma
    dvar = np.sum(dx_norm * (x - mean), axis=0) * -0.5 * (var + eps) ** -0.5
    dmean = -np.sum(dx_norm / np.sqrt(var + eps), axis=0)
    dx = dx_norm / np.sqrt(var + eps) + dvar * 2 * (x - mean) / N + dmean / N
    return dx, np.sum(dout * x_norm, axis=0), np.sum(dout, axis=0)
