# bug: gamma is forgotten in dx: dout is used where dxhat = gamma*dout belongs.
# output: dx
# line: 29
# accept: gamma-missing
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    running_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "train":
        m = x.mean(axis=0)
        v = x.var(axis=0)
        s = np.sqrt(v + eps)
        xn = (x - m) / s
        bn_param["running_mean"] = momentum * running_mean + (1 - momentum) * m
        bn_param["running_var"] = momentum * running_var + (1 - momentum) * v
        return xn * gamma + beta, (xn, s)
    return (x - running_mean) / np.sqrt(running_var + eps) * gamma + beta, None


def batchnorm_backward(dout, cache):
    xn, s = cache
    n = len(dout)
    dbeta = dout.sum(0)
    dgamma = (dout * xn).sum(0)
    dx = (dout - dout.sum(0) / n - xn * (dout * xn).sum(0) / n) / s
    return dx, dgamma, dbeta
