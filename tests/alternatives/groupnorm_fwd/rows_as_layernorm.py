"""All groups are rows of one matrix that a layer normalisation without scale and shift takes."""

import numpy as np


def normalise_rows(rows, eps):
    centred = rows - rows.mean(1)[:, None]
    scale = (np.square(centred).mean(1) + eps) ** -0.5
    return scale[:, None] * centred, scale


def spatial_groupnorm_forward(x, gamma, beta, G, gn_param):
    rows, scale = normalise_rows(x.reshape(len(x) * G, -1), gn_param.get("eps", 1e-5))
    return rows.reshape(x.shape) * gamma + beta, (rows, scale, gamma)


def spatial_groupnorm_backward(dout, cache):
    rows, scale, gamma = cache
    dbeta = np.einsum("nchw->c", dout).reshape(gamma.shape)
    dgamma = np.einsum("nchw,nchw->c", dout, rows.reshape(dout.shape)).reshape(gamma.shape)
    d = (dout * gamma).reshape(rows.shape)
    m = rows.shape[1]
    dots = np.einsum("rm,rm->r", d, rows)[:, None]
    dx = (m * d - d.sum(axis=1, keepdims=True) - rows * dots) * scale[:, None] / m
    return dx.reshape(dout.shape), dgamma, dbeta
