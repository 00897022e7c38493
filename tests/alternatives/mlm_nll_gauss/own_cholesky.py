"""The factor and the forward substitution by hand, sample by sample."""

import math

import numpy as np


def gaussian_mle(X):
    N, D = X.shape
    mu = sum(np.asarray(row, dtype=float) for row in X) / N
    Sigma = np.zeros((D, D))
    for row in X:
        Sigma += np.outer(row - mu, row - mu) / N
    return mu, Sigma


def factor(S):
    D = len(S)
    L = np.zeros((D, D))
    for i in range(D):
        for j in range(i + 1):
            rest = float(S[i, j]) - L[i, :j] @ L[j, :j]
            L[i, j] = math.sqrt(rest) if i == j else rest / L[j, j]
    return L


def gaussian_negative_log_likelihood(X, mu, Sigma):
    L, total = factor(Sigma), 0.0
    for row in X:
        u = np.zeros(len(mu))
        for i in range(len(mu)):
            u[i] = (row[i] - mu[i] - L[i, :i] @ u[:i]) / L[i, i]
        total += 0.5 * (len(mu) * math.log(2 * math.pi) + u @ u)
        total += sum(math.log(L[i, i]) for i in range(len(mu)))
    return total / len(X)
