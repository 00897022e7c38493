"""The multivariate normal distribution: maximum likelihood, and likelihood by Cholesky.

Conventions: samples are rows (N, D); the covariance is divided by N; natural logarithm; the
negative log-likelihood is the mean over the samples.
"""

import numpy as np


def gaussian_mle(X: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Maximum-likelihood estimates: μ = mean of x, Σ = 1/N Σ_n (x_n − μ)(x_n − μ)ᵀ.

    X: (N, D). Returns μ (D,) and Σ (D, D).

    >>> mu, Sigma = gaussian_mle(np.array([[1.0, 0.0], [3.0, 0.0]]))
    >>> mu.tolist(), Sigma.tolist()
    ([2.0, 0.0], [[1.0, 0.0], [0.0, 0.0]])
    """
    n = X.shape[0]
    mu = X.mean(axis=0)
    # mistake sum-axis: mu = X.mean(axis=1)
    # mistake sum-for-mean: mu = X.sum(axis=0)
    # mistake mean-of-whole-array: mu = np.full(X.shape[1], X.mean())
    centred = X - mu
    # mistake mean-not-subtracted: centred = X
    Sigma = centred.T @ centred / n
    # mistake minus-one-for-bias: Sigma = np.cov(X, rowvar=False)
    # mistake minus-one-for-bias: Sigma = centred.T @ centred / (n - 1)
    # mistake gram-for-covariance: Sigma = centred @ centred.T / n
    # mistake mean-missing: Sigma = centred.T @ centred
    # mistake diagonal-covariance: Sigma = np.diag(np.mean(centred**2, axis=0))
    # mistake wrong-count: Sigma = centred.T @ centred / X.shape[1]
    # mistake entries-for-samples: Sigma = centred.T @ centred / X.size
    # mistake last-sample-only: Sigma = np.outer(centred[-1], centred[-1]) / n
    return mu, Sigma


def gaussian_nll(X: np.ndarray, mu: np.ndarray, Sigma: np.ndarray) -> float:
    """Negative log-likelihood of N(μ, Σ), averaged over the samples.

    NLL = ½·D·log 2π + ½·log det Σ + 1/N Σ_n ½·(x_n − μ)ᵀ Σ⁻¹ (x_n − μ)

    X: (N, D); mu: (D,); Sigma: (D, D), positive definite. Returns a number.

    >>> round(float(gaussian_nll(np.zeros((1, 1)), np.zeros(1), np.eye(1))), 4)
    0.9189
    """
    d = X.shape[1]
    L = np.linalg.cholesky(Sigma)
    # The lengths of the columns of u are the Mahalanobis distances.
    u = np.linalg.solve(L, (X - mu).T)
    # mistake covariance-for-factor: u = np.linalg.solve(Sigma, (X - mu).T)
    # mistake upper-factor-used: u = np.linalg.solve(L.T, (X - mu).T)
    # mistake inverse-missing: u = L.T @ (X - mu).T
    # mistake covariance-ignored-in-distance: u = (X - mu).T
    # mistake mean-not-subtracted: u = np.linalg.solve(L, X.T)
    # mistake deviations-only: u = (X - mu).T / np.sqrt(np.diag(Sigma))[:, np.newaxis]
    distance = np.mean(np.sum(u**2, axis=0))
    # mistake sum-for-mean: distance = np.sum(u**2)
    # mistake dimensions-averaged: distance = np.mean(u**2)
    # mistake sum-axis: distance = np.mean(np.sum(u**2, axis=1))
    # mistake root-taken: distance = np.mean(np.sqrt(np.sum(u**2, axis=0)))
    logdet = 2.0 * np.sum(np.log(np.diag(L)))
    # mistake factor-two-dropped: logdet = np.sum(np.log(np.diag(L)))
    # mistake determinant-underflows: logdet = np.log(np.linalg.det(Sigma))
    # mistake determinant-missing: logdet = 0.0
    # mistake diagonal-for-determinant: logdet = np.sum(np.log(np.diag(Sigma)))
    # mistake log-forgotten: logdet = np.linalg.det(Sigma)
    # mistake log-of-sum: logdet = 2.0 * np.log(np.sum(np.diag(L)))
    return 0.5 * (d * np.log(2.0 * np.pi) + logdet + distance)
    # mistake normaliser-missing: return 0.5 * (logdet + distance)
    # mistake one-for-dimension-in-normaliser: return 0.5 * (np.log(2.0 * np.pi) + logdet + distance)
    # mistake half-dropped: return d * np.log(2.0 * np.pi) + logdet + distance
    # mistake half-misplaced: return 0.5 * (d * np.log(2.0 * np.pi) + logdet) + distance
    # mistake log-likelihood-returned: return -0.5 * (d * np.log(2.0 * np.pi) + logdet + distance)
    # mistake determinant-sign: return 0.5 * (d * np.log(2.0 * np.pi) - logdet + distance)
    # mistake two-pi-outside-log: return 0.5 * (2.0 * np.pi * d + logdet + distance)
    # mistake pi-without-two: return 0.5 * (d * np.log(np.pi) + logdet + distance)
    # convention reduction-sum instead of reduction-mean: return 0.5 * X.shape[0] * (d * np.log(2.0 * np.pi) + logdet + distance)
