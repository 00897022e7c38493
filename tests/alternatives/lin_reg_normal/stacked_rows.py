"""The penalty as D more rows of data with target 0, handed to `lstsq`."""

import numpy as np


def _solve(A, y, roots):
    rows = np.vstack([A, np.diag(roots)])
    targets = np.concatenate([y, np.zeros(len(roots))])
    return np.linalg.lstsq(rows, targets, rcond=None)[0]


def linreg_fit(X, y, lam=0.0):
    return _solve(X, y, np.full(X.shape[1], np.sqrt(lam)))


def linreg_fit_intercept(X, y, lam=0.0):
    roots = np.full(X.shape[1] + 1, np.sqrt(lam))
    roots[-1] = 0.0  # the column of ones is free
    theta = _solve(np.column_stack([X, np.ones(len(X))]), y, roots)
    return theta[:-1], theta[-1]
