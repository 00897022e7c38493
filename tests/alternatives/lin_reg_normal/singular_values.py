"""Every singular direction is shrunk by s / (s² + λ)."""

import numpy as np


def linreg_fit(X, y, lam=0.0):
    U, s, Vt = np.linalg.svd(X.astype(float), full_matrices=False)
    return Vt.T @ (s / (s**2 + lam) * (U.T @ y))


def linreg_fit_intercept(X, y, lam=0.0):
    if len(X) == 1:
        return np.zeros(X.shape[1]), float(y[0])
    w = linreg_fit(X - X.mean(axis=0), y - y.mean(), lam)
    return w, np.mean(y - X @ w)
