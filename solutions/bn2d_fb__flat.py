"""Batch normalisation of images as that of vectors: every position of every image is a row.

The same functions as in `bn2d_fb.py`, for the mistakes that people make in this form.
"""

import numpy as np


def spatial_batchnorm_forward(
    x: np.ndarray, gamma: np.ndarray, beta: np.ndarray, bn_param: dict
) -> tuple[np.ndarray, tuple]:
    """Rows (N·H·W, C) from images (N, C, H, W), normalised column by column, and back."""
    n, c, h, w = x.shape
    rows = x.transpose(0, 2, 3, 1).reshape(-1, c)
    # mistake reshape-for-transpose/both: rows = x.reshape(-1, c)
    # mistake reshape-for-transpose: rows = x.reshape(-1, c)
    # mistake axes-not-undone/both: rows = x.transpose(1, 0, 2, 3).reshape(-1, c)
    eps, momentum = bn_param.get("eps", 1e-5), bn_param.get("momentum", 0.9)
    running_mean = bn_param.get("running_mean", np.zeros(c))
    running_var = bn_param.get("running_var", np.zeros(c))
    if bn_param["mode"] == "train":
        mean, var = rows.mean(axis=0), rows.var(axis=0)
        # mistake variance-unbiased: mean, var = rows.mean(axis=0), rows.var(axis=0, ddof=1)
        bn_param["running_mean"] = momentum * running_mean + (1.0 - momentum) * mean
        bn_param["running_var"] = momentum * running_var + (1.0 - momentum) * var
    else:
        mean, var = running_mean, running_var
    inverse = 1.0 / np.sqrt(var + eps)
    x_hat = (rows - mean) * inverse
    # mistake multiplied-for-divided: x_hat = (rows - mean) / inverse
    out = (gamma * x_hat + beta).reshape(n, h, w, c).transpose(0, 3, 1, 2)
    # mistake reshape-for-transpose/both: out = (gamma * x_hat + beta).reshape(n, c, h, w)
    # mistake reshape-for-transpose: out = (gamma * x_hat + beta).reshape(n, c, h, w)
    # mistake axes-not-undone: out = (gamma * x_hat + beta).reshape(n, h, w, c).transpose(0, 3, 2, 1)
    # mistake axes-not-undone/both: out = (gamma * x_hat + beta).reshape(c, n, h, w).transpose(1, 0, 2, 3)
    return out, (x_hat, inverse, gamma)


def spatial_batchnorm_backward(
    dout: np.ndarray, cache: tuple
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Gradients (N, C, H, W), (C,) and (C,) of x, gamma and beta."""
    x_hat, inverse, gamma = cache
    n, c, h, w = dout.shape
    drows = dout.transpose(0, 2, 3, 1).reshape(-1, c)
    # mistake reshape-for-transpose/both: drows = dout.reshape(-1, c)
    # mistake reshape-for-transpose: drows = dout.reshape(-1, c)
    dbeta = drows.sum(axis=0)
    dgamma = (drows * x_hat).sum(axis=0)
    count = len(drows)
    # mistake pixels-not-counted: count = n
    # mistake entries-for-samples: count = drows.size
    g = drows * gamma
    inner = count * g - g.sum(axis=0) - x_hat * (g * x_hat).sum(axis=0)
    # mistake count-factor-missing: inner = g - g.sum(axis=0) - x_hat * (g * x_hat).sum(axis=0)
    # mistake sign-flipped: inner = count * g + g.sum(axis=0) + x_hat * (g * x_hat).sum(axis=0)
    # mistake sign-flipped: inner = count * g - g.sum(axis=0) + x_hat * (g * x_hat).sum(axis=0)
    dx = (inner * inverse / count).reshape(n, h, w, c).transpose(0, 3, 1, 2)
    # mistake reshape-for-transpose/both: dx = (inner * inverse / count).reshape(n, c, h, w)
    # mistake reshape-for-transpose: dx = (inner * inverse / count).reshape(n, c, h, w)
    # mistake mean-missing: dx = (inner * inverse).reshape(n, h, w, c).transpose(0, 3, 1, 2)
    # mistake axes-not-undone: dx = (inner * inverse / count).reshape(n, h, w, c).transpose(0, 3, 2, 1)
    return dx, dgamma, dbeta
