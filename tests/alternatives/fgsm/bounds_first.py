"""The allowed interval of every pixel first, then one clip into it."""

import numpy as np


def fgsm(x, grad, eps, lo=0.0, hi=1.0):
    lower, upper = np.maximum(x - eps, lo), np.minimum(x + eps, hi)
    return np.where(grad > 0, upper, np.where(grad < 0, lower, x))


def pgd_step(x_adv, x, grad, alpha, eps, lo=0.0, hi=1.0):
    lower, upper = np.maximum(x - eps, lo), np.minimum(x + eps, hi)
    return np.clip(x_adv + alpha * np.sign(grad), lower, upper)
