"""The posterior from precisions, as the product of two Gaussians is derived."""

import math

import numpy as np


def bar(t, betas):
    return math.prod(1 - float(b) for b in betas[: t + 1])


def predict_x0(xt, eps_pred, t, betas):
    kept = bar(t, betas)
    return np.divide(xt - math.sqrt(1 - kept) * eps_pred, math.sqrt(kept))


def posterior_mean_variance(x0, xt, t, betas):
    alpha, beta = 1 - float(betas[t]), float(betas[t])
    kept = bar(t - 1, betas)
    if t == 0:
        return 1.0 * x0, 0.0
    precision = alpha / beta + 1 / (1 - kept)
    mean = (math.sqrt(alpha) / beta * xt + math.sqrt(kept) / (1 - kept) * x0) / precision
    return mean, 1 / precision


def ddpm_step(xt, eps_pred, t, betas, z):
    x0 = predict_x0(xt, eps_pred, t, betas)
    mean, variance = posterior_mean_variance(x0, xt, t, betas)
    return mean if t == 0 else mean + math.sqrt(variance) * z
