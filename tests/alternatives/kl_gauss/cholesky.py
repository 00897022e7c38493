"""Whitening by Cholesky factors; discrete sums with np.where."""

import numpy as np


def xlogx(x):
    return np.where(x > 0, x * np.log(np.where(x > 0, x, 1.0)), 0.0)


def shannon_entropy(p):
    return -xlogx(p).sum()


def kl_divergence(p, q):
    return xlogx(p).sum() - np.dot(p, np.log(q))


def gaussian_kl(mu1, S1, mu2, S2):
    L1, L2 = np.linalg.cholesky(S1), np.linalg.cholesky(S2)
    M = np.linalg.solve(L2, L1)
    y = np.linalg.solve(L2, mu2 - mu1)
    log_ratio = np.sum(np.log(np.diagonal(L2)) - np.log(np.diagonal(L1)))
    return 0.5 * (np.sum(M**2) + y @ y - len(y)) + log_ratio
