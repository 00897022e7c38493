"""The schedule by logarithms; the samples one by one."""

import numpy as np


def make_alphabar(betas):
    return np.exp(np.cumsum(np.log1p(-betas)))


def forward_diffusion(x0, t, eps, alphabar):
    out = np.zeros(x0.shape)
    for n, step in enumerate(t):
        a = float(alphabar[step])
        out[n] = a**0.5 * x0[n] + (1 - a) ** 0.5 * eps[n]
    return out


def epsilon_loss(eps_pred, eps):
    flat = (eps_pred - eps).reshape(-1)
    return flat @ flat / flat.size, (2 / flat.size) * (eps_pred - eps)
