"""Moments by einsum, E[x²] − E[x]² after a shift, and the gradient as a projection."""

import numpy as np


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    n, c, h, w = x.shape
    eps = bn_param["eps"] if "eps" in bn_param else 1e-5
    alpha = bn_param["momentum"] if "momentum" in bn_param else 0.9
    bn_param.setdefault("running_mean", np.zeros(c))
    bn_param.setdefault("running_var", np.zeros(c))
    if bn_param["mode"] == "test":
        mu, var = bn_param["running_mean"], bn_param["running_var"]
    else:
        shift = x[0, :, 0, 0]
        y = x - shift.reshape(1, c, 1, 1)
        first = np.einsum("nchw->c", y) / (n * h * w)
        second = np.einsum("nchw,nchw->c", y, y) / (n * h * w)
        mu, var = shift + first, second - first * first
        bn_param["running_mean"] = bn_param["running_mean"] + (1 - alpha) * (
            mu - bn_param["running_mean"]
        )
        bn_param["running_var"] = bn_param["running_var"] + (1 - alpha) * (
            var - bn_param["running_var"]
        )
    scale = gamma / np.sqrt(var + eps)
    out = np.einsum("nchw,c->nchw", x, scale) + (beta - scale * mu).reshape(1, c, 1, 1)
    return out, {"x": x, "mu": mu, "var": var, "eps": eps, "scale": scale}


def spatial_batchnorm_backward(dout, cache):
    x, scale = cache["x"], cache["scale"]
    n, c, h, w = x.shape
    x_hat = (x - cache["mu"].reshape(1, c, 1, 1)) / np.sqrt(
        cache["var"] + cache["eps"]
    ).reshape(1, c, 1, 1)
    dbeta = np.einsum("nchw->c", dout)
    dgamma = np.einsum("nchw,nchw->c", dout, x_hat)
    removed = (dbeta.reshape(1, c, 1, 1) + x_hat * dgamma.reshape(1, c, 1, 1)) / (n * h * w)
    return scale.reshape(1, c, 1, 1) * (dout - removed), dgamma, dbeta
