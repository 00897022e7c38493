"""Coordinates as U·S, the reconstruction as a sum of outer products."""

import numpy as np


def _parts(X):
    mean = np.mean(X, axis=0, keepdims=True)
    return mean, *np.linalg.svd(X - mean, full_matrices=False)


def pca(X, k):
    _, U, S, Vh = _parts(X)
    return -U[:, :k] * S[:k], -Vh.T[:, :k], np.square(S[:k]) / (X.shape[0] - 1)


def pca_reconstruct(X, k):
    mean, U, S, Vh = _parts(X)
    out = np.repeat(mean, len(X), axis=0).astype(float)
    for i in range(k):
        out += S[i] * np.outer(U[:, i], Vh[i])
    return out


def explained_variance_ratio(X, k):
    S = _parts(X)[2]
    return (S**2 / np.dot(S, S))[:k]
