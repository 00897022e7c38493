# bug: The new running statistics are computed into local names and never written to bn_param.
# output: running_mean, running_var
# line: 18, 19, 20
# accept: running-not-updated, state-not-stored
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    N, D = x.shape
    running_mean = bn_param.get("running_mean", np.zeros(D))
    running_var = bn_param.get("running_var", np.zeros(D))
    if bn_param["mode"] == "train":
        mu = x.mean(0)
        var = x.var(0)
        xhat = (x - mu) / np.sqrt(var + eps)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * var
        return gamma * xhat + beta, (xhat, var, eps, gamma)
    xhat = (x - running_mean) / np.sqrt(running_var + eps)
    return gamma * xhat + beta, None


def batchnorm_backward(dout, cache):
    xhat, var, eps, gamma = cache
    N = dout.shape[0]
    dbeta = np.sum(dout, axis=0)
    dgamma = np.sum(dout * xhat, axis=0)
    dx = (dout - dbeta / N - xhat * dgamma / N) * gamma / np.sqrt(var + eps)
    return dx, dgamma, dbeta
