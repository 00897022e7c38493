"""Entry by entry, with a running product."""

import math

import numpy as np


def numbers(t, betas):
    before = now = 1.0
    for s in range(t + 1):
        before, now = now, now * (1 - float(betas[s]))
    return float(betas[t]), before, now


def predict_xstart(xt, eps_pred, t, betas):
    _, _, now = numbers(t, betas)
    out = np.zeros(xt.shape)
    for i in np.ndindex(*xt.shape):
        out[i] = (xt[i] - (1 - now) ** 0.5 * eps_pred[i]) / now**0.5
    return out


def q_posterior(x0, xt, t, betas):
    beta, before, now = numbers(t, betas)
    out = np.zeros(xt.shape)
    for i in np.ndindex(*xt.shape):
        a = before**0.5 * beta * x0[i]
        b = (1 - beta) ** 0.5 * (1 - before) * xt[i]
        out[i] = (a + b) / (1 - now)
    return out, beta * (1 - before) / (1 - now)


def reverse_step(xt, eps_pred, t, betas, z):
    beta, before, now = numbers(t, betas)
    sigma = math.sqrt(beta * (1 - before) / (1 - now))
    out = np.zeros(xt.shape)
    for i in np.ndindex(*xt.shape):
        mean = (xt[i] - beta * eps_pred[i] / math.sqrt(1 - now)) / math.sqrt(1 - beta)
        out[i] = mean + sigma * z[i]
    return out
