"""The step as one linear combination of x_t, ε and z."""

import numpy as np


def classifier_free_guidance(eps_c, eps_u, w):
    return w * eps_c + (1 - w) * eps_u


def ddim_update(xt, eps, t, s, betas, eta, z):
    levels = np.concatenate([[1.0], np.cumprod(1 - betas)])
    a, b = levels[t + 1], levels[s + 1]
    variance = eta**2 * (1 - b) * (1 - a / b) / (1 - a)
    keep = np.sqrt(b / a)
    along = np.sqrt(1 - b - variance) - keep * np.sqrt(1 - a)
    return keep * xt + along * eps + np.sqrt(variance) * z
