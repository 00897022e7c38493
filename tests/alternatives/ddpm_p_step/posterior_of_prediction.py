"""The step as the posterior of the predicted clean image."""

import numpy as np


def schedule(betas):
    alphas = 1.0 - betas
    bar = np.cumprod(alphas)
    return alphas, bar, np.append(1.0, bar[:-1])


def predict_start_from_noise(xt, eps_pred, t, betas):
    bar = schedule(betas)[1][t]
    return np.sqrt(1 / bar) * xt - np.sqrt(1 / bar - 1) * eps_pred


def q_posterior_mean_variance(x0, xt, t, betas):
    alphas, bar, before = schedule(betas)
    rest = 1 - bar
    first = betas * np.sqrt(before) / rest
    second = (1 - before) * np.sqrt(alphas) / rest
    return first[t] * x0 + second[t] * xt, (betas * (1 - before) / rest)[t]


def p_step(xt, eps_pred, t, betas, z):
    x0 = predict_start_from_noise(xt, eps_pred, t, betas)
    mean, variance = q_posterior_mean_variance(x0, xt, t, betas)
    return mean + (t > 0) * np.sqrt(variance) * z
