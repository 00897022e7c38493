# bug: Dgamma uses c (not normalised).
# output: dgamma
# line: 31
# accept: std-missing
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    N, D = x.shape
    eps = bn_param.get("eps", 1e-5)
    alpha = bn_param.get("momentum", 0.9)
    rmean = bn_param.get("running_mean", np.zeros(D))
    rvar = bn_param.get("running_var", np.zeros(D))
    if bn_param["mode"] == "test":
        return gamma * (x - rmean) / np.sqrt(rvar + eps) + beta, None
    mu = np.einsum("nd->d", x) / N
    c = x - mu
    var = np.einsum("nd,nd->d", c, c) / N
    inv = (var + eps) ** -0.5
    xhat = c * inv
    out = gamma * xhat + beta
    bn_param["running_mean"] = alpha * rmean + (1 - alpha) * mu
    bn_param["running_var"] = alpha * rvar + (1 - alpha) * var
    return out, (c, inv, xhat, gamma)


def batchnorm_backward(dout, cache):
    c, inv, xhat, gamma = cache
    N = dout.shape[0]
    dbeta = np.einsum("nd->d", dout)
    dgamma = np.einsum("nd,nd->d", dout, c)
    dxhat = gamma * dout
    dinv = np.einsum("nd,nd->d", dxhat, c)
    dvar = -0.5 * inv**3 * dinv
    dc = dxhat * inv + 2 / N * c * dvar
    dx = dc - np.einsum("nd->d", dc) / N
    return dx, dgamma, dbeta
