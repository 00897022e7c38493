"""From the N×N matrix of inner products, as one does for D ≫ N."""

import numpy as np


def pca(X, k):
    A = X - X.sum(axis=0) / len(X)
    values, U = np.linalg.eigh(A @ A.T)
    values, U = values[::-1][:k], U[:, ::-1][:, :k]
    components = A.T @ U / np.sqrt(values)
    return A @ components, components, np.var(A @ components, axis=0, ddof=1)


def pca_reconstruct(X, k):
    Z, components, _ = pca(X, k)
    return np.einsum("nk,dk->nd", Z, components) + X.mean(axis=0)


def explained_variance_ratio(X, k):
    A = X - X.mean(axis=0)
    return pca(X, k)[2] * (len(X) - 1) / np.trace(A.T @ A)
