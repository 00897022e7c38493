"""A copy that is moved where the gradient says so and then mended at each bound."""

import numpy as np


def into(values, low, high):
    values = np.where(values < low, low, values)
    return np.where(values > high, high, values)


def fast_gradient_sign(x, grad, eps, lo=0.0, hi=1.0):
    adv = x.copy()
    adv[grad > 0] += eps
    adv[grad < 0] -= eps
    return into(adv, lo, hi)


def pgd_step(x_adv, x, grad, alpha, eps, lo=0.0, hi=1.0):
    moved = into(x_adv + alpha * ((grad > 0).astype(x.dtype) - (grad < 0)), lo, hi)
    return into(moved, x - eps, x + eps)
