# bug: The backward pass treats the statistics as constants.
# bug: The momentum weights the new statistic.
# output: running_mean, running_var, dx
# line: 27; 20, 21
# accept: stats-constant; convention, moment-weights-swapped
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    D = x.shape[1]
    running_mean = bn_param.get("running_mean", np.zeros(D))
    running_var = bn_param.get("running_var", np.zeros(D))
    if bn_param["mode"] == "test":
        return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta, None
    mu, var = x.mean(0), x.var(0)
    std = np.sqrt(var + eps)
    xhat = (x - mu) / std
    bn_param["running_mean"] = momentum * mu + (1 - momentum) * running_mean
    bn_param["running_var"] = momentum * var + (1 - momentum) * running_var
    return gamma * xhat + beta, (xhat, std, gamma)


def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    dx = gamma * dout / std
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)
