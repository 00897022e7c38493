# bug: The derivative of 1/sqrt(var + eps) lacks its minus: dvar has the wrong sign.
# output: dx
# line: 33
# accept: sign-flipped
# edit: behaves as if x_hat * np.mean(dx_hat * x_hat, axis=0) had the opposite sign
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    mom = bn_param.get("momentum", 0.9)
    rm = bn_param.get("running_mean", np.zeros(x.shape[1]))
    rv = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "train":
        mu = np.mean(x, axis=0)
        var = np.mean((x - mu) ** 2, axis=0)
        xhat = (x - mu) / np.sqrt(var + eps)
        cache = (x - mu, xhat, var + eps, gamma)
        bn_param["running_mean"] = mom * rm + (1 - mom) * mu
        bn_param["running_var"] = mom * rv + (1 - mom) * var
    else:
        xhat = (x - rm) / np.sqrt(rv + eps)
        cache = None
    return gamma * xhat + beta, cache


def batchnorm_backward(dout, cache):
    xc, xhat, veps, gamma = cache
    N = xc.shape[0]
    dgamma = (dout * xhat).sum(axis=0)
    dbeta = dout.sum(axis=0)
    dxhat = dout * gamma
    dvar = 0.5 * (dxhat * xc).sum(axis=0) * veps**-1.5
    dmu = -dxhat.sum(axis=0) / np.sqrt(veps)
    dx = dxhat / np.sqrt(veps) + 2.0 * dvar * xc / N + dmu / N
    return dx, dgamma, dbeta
