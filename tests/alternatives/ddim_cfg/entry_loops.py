"""Entry by entry with the math module."""

import math

import numpy as np


def level(t, betas):
    return math.prod(1 - float(beta) for beta in betas[: t + 1])


def guided_noise(eps_c, eps_u, w):
    out = np.zeros(eps_c.shape)
    for i in np.ndindex(*out.shape):
        out[i] = float(eps_u[i]) + w * (float(eps_c[i]) - float(eps_u[i]))
    return out


def ddim_sample_step(xt, eps, t, s, betas, eta, z):
    a, b = level(t, betas), level(s, betas)
    sigma = eta * math.sqrt((1 - b) / (1 - a) * (1 - a / b))
    out = np.zeros(xt.shape)
    for i in np.ndindex(*out.shape):
        x0 = (xt[i] - math.sqrt(1 - a) * eps[i]) / math.sqrt(a)
        out[i] = math.sqrt(b) * x0 + math.sqrt(1 - b - sigma**2) * eps[i] + sigma * z[i]
    return out
