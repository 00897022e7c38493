"""The Jacobian (δ − x̂x̂ᵀ/D)/r of each vector in an einsum."""

import numpy as np


def rmsnorm_forward(x, gamma, eps=1e-5):
    r = np.sqrt(np.einsum("...d,...d->...", x, x) / x.shape[-1] + eps)
    hat = x / r[..., None]
    return np.einsum("...d,d->...d", hat, gamma), (hat, r, gamma)


def rmsnorm_backward(dout, cache):
    hat, r, gamma = cache
    d = len(gamma)
    jacobian = np.eye(d) - np.einsum("...i,...j->...ij", hat, hat) / d
    dx = np.einsum("...i,i,...ij->...j", dout, gamma, jacobian) / r[..., None]
    return dx, np.einsum("md,md->d", dout.reshape(-1, d), hat.reshape(-1, d))
