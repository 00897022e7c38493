# bug: eps stands outside the root in training.
# bug: The running statistics are not written back.
# output: out, running_mean, running_var, dx, dgamma
# line: 17; 19, 20, 21
# accept: eps-outside-root; running-not-updated, state-not-stored
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    D = x.shape[1]
    running_mean = bn_param.get("running_mean", np.zeros(D))
    running_var = bn_param.get("running_var", np.zeros(D))
    if bn_param["mode"] == "train":
        mean = x.mean(axis=0)
        std = x.std(axis=0) + eps
        xhat = (x - mean) / std
        running_mean = momentum * running_mean + (1 - momentum) * mean
        running_var = momentum * running_var + (1 - momentum) * x.var(axis=0)
        return gamma * xhat + beta, (xhat, std, gamma)
    return gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta, None


def batchnorm_backward(dout, cache):
    xhat, std, gamma = cache
    N = dout.shape[0]
    dgamma = (dout * xhat).sum(0)
    dbeta = dout.sum(0)
    return gamma / std * (dout - dbeta / N - xhat * dgamma / N), dgamma, dbeta
