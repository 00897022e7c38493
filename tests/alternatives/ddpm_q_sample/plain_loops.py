"""Running product and entry by entry."""

import math

import numpy as np


def alpha_bar_schedule(betas):
    kept, out = 1.0, []
    for beta in betas:
        kept *= 1 - float(beta)
        out.append(kept)
    return np.array(out)


def diffuse(x0, t, eps, alphabar):
    xt = np.empty(x0.shape)
    for index in np.ndindex(*x0.shape):
        a = float(alphabar[t[index[0]]])
        xt[index] = math.sqrt(a) * x0[index] + math.sqrt(1 - a) * eps[index]
    return xt


def ddpm_loss(eps_pred, eps):
    total, d = 0.0, np.empty(eps.shape)
    for index in np.ndindex(*eps.shape):
        gap = float(eps_pred[index]) - float(eps[index])
        total += gap * gap
        d[index] = 2 * gap / eps.size
    return total / eps.size, d
