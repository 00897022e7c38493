"""The true class gets what the others get together; they share it as a softmax among themselves."""

import numpy as np


def focal_ce(z, y, gamma=2.0):
    z = np.asarray(z, dtype=float)
    N, C = z.shape
    true = np.arange(C) == y[:, None]
    others = np.where(true, -np.inf, z)
    best = others.max(axis=1, keepdims=True)
    among = np.exp(others - best)
    gap = z[true] - best[:, 0] - np.log(among.sum(axis=1))  # log of p_t over 1 - p_t
    log_p, log_rest = -np.logaddexp(0, -gap), -np.logaddexp(0, gap)
    weight = np.exp(gamma * log_rest)
    pull = weight * (gamma * np.exp(log_p) * log_p - np.exp(log_rest)) / N
    dz = -pull[:, None] * among / among.sum(axis=1, keepdims=True)
    dz[true] = pull
    return -(weight * log_p).mean(), dz
