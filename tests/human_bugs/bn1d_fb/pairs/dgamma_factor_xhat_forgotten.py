# bug: Dgamma: the factor xhat is forgotten (sum of dout).
# bug: Test mode uses batch statistics.
# output: out, dgamma, dx
# line: 33; 21
# accept: normalised-input-missing; batch-statistics-at-test
# edit: behaves as if the factor x_hat were missing
import numpy as np

def normalise(x, mean, var, eps):
    return (x - mean) / np.sqrt(var + eps)

def moving(old, new, alpha):
    return alpha * old + (1 - alpha) * new

def bn_forward(x, gamma, beta, bn_param):
    eps = bn_param.get("eps", 1e-5)
    alpha = bn_param.get("momentum", 0.9)
    rm = bn_param.get("running_mean", np.zeros(x.shape[1]))
    rv = bn_param.get("running_var", np.zeros(x.shape[1]))
    if bn_param["mode"] == "test":
        return gamma * normalise(x, x.mean(0), x.var(0), eps) + beta, None
    mean, var = x.mean(0), x.var(0)
    xn = normalise(x, mean, var, eps)
    bn_param["running_mean"] = moving(rm, mean, alpha)
    bn_param["running_var"] = moving(rv, var, alpha)
    cache = {"xn": xn, "gamma": gamma, "scale": np.sqrt(var + eps)}
    return gamma * xn + beta, cache

def bn_backward(dout, cache):
    xn, gamma, scale = cache["xn"], cache["gamma"], cache["scale"]
    n = dout.shape[0]
    dbeta = np.sum(dout, axis=0)
    dgamma = np.sum(dout, axis=0)
    dx = gamma / (n * scale) * (n * dout - dbeta - xn * dgamma)
    return dx, dgamma, dbeta
