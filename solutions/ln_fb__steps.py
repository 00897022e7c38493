"""Layer normalisation as a chain of small steps, each passed back by itself.

The same functions as in `ln_fb.py`, for the mistakes that people make in this form.
"""

import numpy as np


def layernorm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, ln_param: dict
) -> tuple[np.ndarray, tuple]:
    """Normalise every row of x (N, D) over its features, then scale and shift the features."""
    d = x.shape[1]
    eps = ln_param.get("eps", 1e-5)
    mean = x.sum(axis=1, keepdims=True) / d
    # mistake wrong-count: mean = x.sum(axis=1, keepdims=True) / len(x)
    centred = x - mean
    var = (centred**2).sum(axis=1, keepdims=True) / d
    # mistake wrong-count: var = (centred**2).sum(axis=1, keepdims=True) / len(x)
    inverse = 1.0 / np.sqrt(var + eps)
    x_hat = centred * inverse
    # mistake multiplied-for-divided: x_hat = centred / inverse
    out = gamma * x_hat + beta
    return out, (centred, inverse, x_hat, gamma)


def layernorm_backward(dout: np.ndarray, cache: tuple) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients (N, D), (D,) and (D,) of x, gamma and beta, step by step."""
    centred, inverse, x_hat, gamma = cache
    d = dout.shape[1]
    dbeta = dout.sum(axis=0)
    dgamma = (dout * x_hat).sum(axis=0)
    # mistake std-missing: dgamma = (dout * centred).sum(axis=0)
    dx_hat = dout * gamma
    dinverse = (dx_hat * centred).sum(axis=1, keepdims=True)
    # mistake normalised-input-missing: dinverse = dx_hat.sum(axis=1, keepdims=True)
    dcentred = dx_hat * inverse
    dvar = -0.5 * dinverse * inverse**3
    # mistake sign-flipped: dvar = 0.5 * dinverse * inverse**3
    # mistake power-off-by-one: dvar = -0.5 * dinverse * inverse**2
    # mistake half-dropped: dvar = -dinverse * inverse**3
    dcentred = dcentred + 2.0 * centred * dvar / d
    # mistake factor-two-dropped: dcentred = dcentred + centred * dvar / d
    # mistake path-overwritten: dcentred = 2.0 * centred * dvar / d
    # mistake variance-constant: pass
    # mistake sum-for-mean: dcentred = dcentred + 2.0 * centred * dvar
    # mistake wrong-count: dcentred = dcentred + 2.0 * centred * dvar / len(dout)
    dmean = -dcentred.sum(axis=1, keepdims=True)
    # mistake sign-flipped: dmean = dcentred.sum(axis=1, keepdims=True)
    # mistake sum-axis: dmean = -dcentred.sum(axis=0, keepdims=True)
    dx = dcentred + dmean / d
    # mistake mean-constant: dx = dcentred
    # mistake sum-for-mean: dx = dcentred + dmean
    # mistake wrong-count: dx = dcentred + dmean / len(dout)
    return dx, dgamma, dbeta
