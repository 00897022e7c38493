"""One pixel after the other."""

import numpy as np


def clamp(value, low, high):
    return min(max(value, low), high)


def direction(g):
    return 1.0 if g > 0 else -1.0 if g < 0 else 0.0


def fgsm_attack(x, grad, eps, lo=0.0, hi=1.0):
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        out[i] = clamp(x[i] + eps * direction(grad[i]), lo, hi)
    return out


def pgd_update(x_adv, x, grad, alpha, eps, lo=0.0, hi=1.0):
    out = np.zeros_like(x)
    for i in np.ndindex(x.shape):
        v = x_adv[i] + alpha * direction(grad[i])
        out[i] = clamp(x[i] + clamp(v - x[i], -eps, eps), lo, hi)
    return out
