# bug: Dvar with istd squared.
# output: dx
# line: 34
# accept: power-off-by-one
import numpy as np


def batchnorm_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    alpha = bn_param.get("momentum", 0.9)
    r_mean = bn_param.get("running_mean", np.zeros(x.shape[1]))
    r_var = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "test":
        scale = gamma / np.sqrt(r_var + eps)
        return scale * x + (beta - scale * r_mean), None
    n = len(x)
    mu = np.einsum("nd->d", x) / n
    xc = x - mu
    var = np.einsum("nd,nd->d", xc, xc) / n
    istd = 1.0 / np.sqrt(var + eps)
    xh = xc * istd
    bn_param["running_mean"] = alpha * r_mean + (1 - alpha) * mu
    bn_param["running_var"] = alpha * r_var + (1 - alpha) * var
    return gamma * xh + beta, dict(xc=xc, istd=istd, gamma=gamma)


def batchnorm_backward(dout, cache):
    xc, istd, gamma = cache["xc"], cache["istd"], cache["gamma"]
    n = len(xc)
    dbeta = dout.sum(axis=0)
    dgamma = (dout * xc * istd).sum(axis=0)
    dxh = dout * gamma
    distd = (dxh * xc).sum(axis=0)
    dvar = -0.5 * distd * istd ** 2
    dxc = dxh * istd + 2.0 / n * xc * dvar
    dx = dxc - dxc.mean(axis=0)
    return dx, dgamma, dbeta
