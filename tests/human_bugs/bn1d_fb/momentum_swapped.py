# bug: The momentum weights the batch statistic instead of the old value (torch's habit).
# output: running_mean, running_var
# line: 20, 21
# accept: convention, moment-weights-swapped
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, D = x.shape
    running_mean = bn_param.get("running_mean", np.zeros(D))
    running_var = bn_param.get("running_var", np.zeros(D))
    cache = None
    if bn_param["mode"] == "train":
        sample_mean = np.mean(x, axis=0)
        sample_var = np.var(x, axis=0)
        inv = 1 / np.sqrt(sample_var + eps)
        xhat = (x - sample_mean) * inv
        running_mean = (1 - momentum) * running_mean + momentum * sample_mean
        running_var = (1 - momentum) * running_var + momentum * sample_var
        cache = (xhat, inv, gamma)
    else:
        xhat = (x - running_mean) / np.sqrt(running_var + eps)
    bn_param["running_mean"] = running_mean
    bn_param["running_var"] = running_var
    return gamma * xhat + beta, cache


def batchnorm_backward(dout, cache):
    xhat, inv, gamma = cache
    dxhat = dout * gamma
    dx = inv * (dxhat - dxhat.mean(axis=0) - xhat * (dxhat * xhat).mean(axis=0))
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)
