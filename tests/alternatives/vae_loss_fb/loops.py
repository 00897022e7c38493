"""Sample by sample and entry by entry with the math module."""

import math

import numpy as np


def reparam(mu, logvar, eps):
    z = np.zeros(mu.shape)
    for index in np.ndindex(*mu.shape):
        z[index] = mu[index] + math.exp(logvar[index] / 2) * eps[index]
    return z, (logvar, eps)


def reparam_backward(dz, cache):
    logvar, eps = cache
    dlogvar = np.zeros(dz.shape)
    for index in np.ndindex(*dz.shape):
        dlogvar[index] = dz[index] * eps[index] * math.exp(logvar[index] / 2) / 2
    return np.array(dz), dlogvar


def elbo_loss(logits, x, mu, logvar):
    N, D = x.shape
    loss = 0.0
    dlogits, dmu, dlogvar = np.zeros(x.shape), np.zeros(mu.shape), np.zeros(mu.shape)
    for n in range(N):
        for d in range(D):
            score, target = float(logits[n, d]), float(x[n, d])
            small = math.exp(-abs(score))
            loss += max(score, 0.0) + math.log1p(small) - score * target
            p = 1 / (1 + small) if score >= 0 else small / (1 + small)
            dlogits[n, d] = (p - target) / N
        for j in range(mu.shape[1]):
            variance = math.exp(logvar[n, j])
            loss -= 0.5 * (1 + float(logvar[n, j]) - float(mu[n, j]) ** 2 - variance)
            dmu[n, j] = mu[n, j] / N
            dlogvar[n, j] = (variance - 1) / (2 * N)
    return loss / N, dlogits, dmu, dlogvar
