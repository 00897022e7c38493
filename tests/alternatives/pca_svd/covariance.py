"""Eigenvectors of the covariance matrix, from the largest eigenvalue down."""

import numpy as np


def _eigen(X):
    values, vectors = np.linalg.eigh(np.atleast_2d(np.cov(X, rowvar=False)))
    return values[::-1], vectors[:, ::-1]


def pca(X, k):
    values, vectors = _eigen(X)
    return (X - X.mean(0)) @ vectors[:, :k], vectors[:, :k], values[:k]


def pca_reconstruct(X, k):
    W = _eigen(X)[1][:, :k]
    mean = X.mean(axis=0)
    return mean + (X - mean) @ (W @ W.T)


def explained_variance_ratio(X, k):
    values = _eigen(X)[0]
    return values[:k] / values.sum()
