# bug: The gradient of the mean is added to dx without the division by N.
# output: dx
# line: 35
# accept: sum-for-mean
# edit: behaves as if np.sum(dx_hat, axis=0) stood where np.mean(dx_hat, axis=0) belongs
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    D = x.shape[1]
    rm = bn_param.get("running_mean", np.zeros(D))
    rv = bn_param.get("running_var", np.zeros(D))
    if bn_param["mode"] == "train":
        mu = x.mean(axis=0)
        xc = x - mu
        var = np.mean(xc * xc, axis=0)
        std = np.sqrt(var + eps)
        xhat = xc / std
        bn_param["running_mean"] = momentum * rm + (1 - momentum) * mu
        bn_param["running_var"] = momentum * rv + (1 - momentum) * var
        return gamma * xhat + beta, (xc, std, xhat, gamma)
    return gamma * ((x - rm) / np.sqrt(rv + eps)) + beta, None


def batchnorm_backward(dout, cache):
    xc, std, xhat, gamma = cache
    N = dout.shape[0]
    dgamma = np.sum(dout * xhat, axis=0)
    dbeta = np.sum(dout, axis=0)
    dxhat = dout * gamma
    dvar = np.sum(dxhat * xc, axis=0) * (-0.5) / std**3
    dmu = np.sum(dxhat * -1 / std, axis=0)
    dx = dxhat / std + dvar * 2 * xc / N + dmu
    return dx, dgamma, dbeta
