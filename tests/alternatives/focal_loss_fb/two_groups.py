"""Positives and negatives in two index sets, each with its own formula in p."""

import numpy as np


def focal_loss(z, y, gamma=2.0, alpha=0.25):
    z = z.astype(np.float64)
    pos, neg = np.flatnonzero(y == 1), np.flatnonzero(y != 1)
    log_p, log_q = -np.logaddexp(0, -z), -np.logaddexp(0, z)
    p, q = np.exp(log_p), np.exp(log_q)
    terms, dz = np.zeros(len(z)), np.zeros(len(z))
    terms[pos] = -alpha * q[pos] ** gamma * log_p[pos]
    dz[pos] = alpha * q[pos] ** gamma * (gamma * p[pos] * log_p[pos] - q[pos])
    terms[neg] = -(1 - alpha) * p[neg] ** gamma * log_q[neg]
    dz[neg] = (1 - alpha) * p[neg] ** gamma * (p[neg] - gamma * q[neg] * log_q[neg])
    return np.mean(terms), dz / len(z)
