"""Second moment less the square of the mean; the likelihood in the basis of eigenvectors."""

import numpy as np


def mvn_mle(X):
    mu = np.einsum("nd->d", X) / X.shape[0]
    shifted = X - X[0]
    offset = mu - X[0]
    return mu, np.einsum("ni,nj->ij", shifted, shifted) / X.shape[0] - np.outer(offset, offset)


def gaussian_nll(X, mu, Sigma):
    values, vectors = np.linalg.eigh(Sigma)
    coordinates = (X - mu) @ vectors
    per_axis = np.log(2 * np.pi * values) + coordinates**2 / values
    return 0.5 * per_axis.sum(axis=1).mean()
