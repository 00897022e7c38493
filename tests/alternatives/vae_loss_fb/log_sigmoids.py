"""The reconstruction as two log-sigmoids, KL by expm1, per-sample means."""

import numpy as np


def log_sigmoid(a):
    return -np.logaddexp(0, -a)


def reparameterise(mu, logvar, eps):
    noise = eps * np.exp(logvar / 2)
    return mu + noise, noise


def reparameterise_backward(dz, cache):
    return 1.0 * dz, np.multiply(dz, cache) * 0.5


def negative_elbo(logits, x, mu, logvar):
    likelihood = x * log_sigmoid(logits) + (1 - x) * log_sigmoid(-logits)
    divergence = (np.expm1(logvar) - logvar + np.square(mu)) / 2
    per_sample = divergence.sum(axis=1) - likelihood.sum(axis=1)
    share = 1.0 / len(per_sample)
    dlogits = share * ((1 - x) * np.exp(log_sigmoid(logits)) - x * np.exp(log_sigmoid(-logits)))
    return per_sample.mean(), dlogits, share * mu, share * np.expm1(logvar) / 2
