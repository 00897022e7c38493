"""np.cov and slogdet with a solve of the covariance itself."""

import numpy as np


def fit_gaussian(X):
    return np.mean(X, axis=0), np.atleast_2d(np.cov(X, rowvar=False, bias=True))


def mvn_nll(X, mu, Sigma):
    diff = X - mu
    quadratic = np.sum(diff * np.linalg.solve(Sigma, diff.T).T, axis=1)
    sign, logdet = np.linalg.slogdet(Sigma)
    assert sign > 0
    return np.mean(quadratic + logdet + X.shape[1] * np.log(2 * np.pi)) / 2
