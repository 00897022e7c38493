"""Batch normalisation as a chain of small steps, each passed back by itself.

The same functions as in `bn1d_fb.py`, for the mistakes that people make in this form.
"""

import numpy as np


def batchnorm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, bn_param: dict
) -> tuple[np.ndarray, tuple]:
    """Normalise every feature of x (N, D) over the batch, then scale and shift it."""
    n, d = x.shape
    eps = bn_param.get("eps", 1e-5)
    momentum = bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(d))
    running_var = bn_param.get("running_var", np.zeros(d))
    if bn_param["mode"] == "test":
        centred = x - running_mean
        inverse = 1.0 / np.sqrt(running_var + eps)
        # mistake eps-outside-root: inverse = 1.0 / (np.sqrt(running_var) + eps)
        # mistake root-missing: inverse = 1.0 / (running_var + eps)
        # mistake eps-missing: inverse = 1.0 / np.sqrt(running_var)
        out = gamma * centred * inverse + beta
        # mistake shift-unscaled: out = gamma * x * inverse + beta - running_mean
        # mistake gamma-missing: out = centred * inverse + beta
        # mistake beta-missing: out = gamma * centred * inverse
        return out, ()
    mean = x.sum(axis=0) / n
    centred = x - mean
    var = (centred**2).sum(axis=0) / n
    # mistake variance-unbiased: var = (centred**2).sum(axis=0) / (n - 1)
    # mistake variance-uncentred: var = (x**2).sum(axis=0) / n
    # mistake sum-for-mean: var = (centred**2).sum(axis=0)
    inverse = 1.0 / np.sqrt(var + eps)
    # mistake eps-outside-root: inverse = 1.0 / (np.sqrt(var) + eps)
    # mistake root-missing: inverse = 1.0 / (var + eps)
    x_hat = centred * inverse
    # mistake multiplied-for-divided: x_hat = centred / inverse
    # mistake mean-not-subtracted: x_hat = x * inverse
    out = gamma * x_hat + beta
    # mistake sign-flipped: out = gamma * x_hat - beta
    # mistake gamma-beta-swapped: out = beta * x_hat + gamma
    # mistake gamma-missing: out = x_hat + beta
    # mistake beta-missing: out = gamma * x_hat
    bn_param["running_mean"] = momentum * running_mean + (1.0 - momentum) * mean
    bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * var
    return out, (centred, inverse, x_hat, gamma)


def batchnorm_backward(dout: np.ndarray, cache: tuple) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients (N, D), (D,) and (D,) of x, gamma and beta, step by step."""
    centred, inverse, x_hat, gamma = cache
    n = dout.shape[0]
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    # mistake std-missing: dgamma = (dout * centred).sum(axis=0)
    dx_hat = dout * gamma
    dinverse = (dx_hat * centred).sum(axis=0)
    # mistake normalised-input-missing: dinverse = dx_hat.sum(axis=0)
    dcentred = dx_hat * inverse
    # mistake std-missing: dcentred = dx_hat
    dvar = -0.5 * dinverse * inverse**3
    # mistake sign-flipped: dvar = 0.5 * dinverse * inverse**3
    # mistake power-off-by-one: dvar = -0.5 * dinverse * inverse**2
    # mistake power-off-by-one: dvar = -0.5 * dinverse * inverse
    # mistake half-dropped: dvar = -dinverse * inverse**3
    dsquares = dvar / n * np.ones_like(dout)
    # mistake sum-for-mean: dsquares = dvar * np.ones_like(dout)
    dcentred = dcentred + 2.0 * centred * dsquares
    # mistake factor-two-dropped: dcentred = dcentred + centred * dsquares
    # mistake path-overwritten: dcentred = 2.0 * centred * dsquares
    # mistake variance-constant: pass
    # mistake sign-flipped: dcentred = dcentred - 2.0 * centred * dsquares
    dmean = -dcentred.sum(axis=0)
    # mistake sign-flipped: dmean = dcentred.sum(axis=0)
    dx = dcentred + dmean / n
    # mistake sum-for-mean: dx = dcentred + dmean
    # mistake mean-constant: dx = dcentred
    # mistake path-overwritten: dx = dmean / n * np.ones_like(dout)
    return dx, dgamma, dbeta
