"""The Jacobian of each row, (δ − 1/D − x̂x̂ᵀ/D)/σ, and one einsum."""

import numpy as np


def layernorm_forward(x, gamma, beta, ln_param):
    eps = ln_param.get("eps", 1e-5)
    centring = np.eye(x.shape[1]) - 1 / x.shape[1]
    centred = x @ centring
    sigma = np.sqrt(np.einsum("nd,nd->n", centred, centred) / x.shape[1] + eps)
    normed = centred / sigma[:, None]
    return normed * gamma[None, :] + beta[None, :], (centring, normed, sigma, gamma)


def layernorm_backward(dout, cache):
    centring, normed, sigma, gamma = cache
    d = len(gamma)
    jacobian = centring[None] - np.einsum("ni,nj->nij", normed, normed) / d
    dx = np.einsum("nj,j,nij->ni", dout, gamma, jacobian) / sigma[:, None]
    return dx, np.einsum("nd,nd->d", dout, normed), np.ones(len(dout)) @ dout
