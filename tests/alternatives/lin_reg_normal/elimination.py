"""Normal equations filled entry by entry and solved by Gaussian elimination with pivots."""

import numpy as np


def _eliminate(A, c):
    A, c = A.copy(), c.copy()
    n = len(c)
    for k in range(n):
        pivot = max(range(k, n), key=lambda row: abs(A[row, k]))
        A[[k, pivot]], c[[k, pivot]] = A[[pivot, k]], c[[pivot, k]]
        for row in range(k + 1, n):
            factor = A[row, k] / A[k, k]
            A[row] -= factor * A[k]
            c[row] -= factor * c[k]
    x = np.zeros(n)
    for k in reversed(range(n)):
        x[k] = (c[k] - A[k, k + 1 :] @ x[k + 1 :]) / A[k, k]
    return x


def _normal(X, y, penalties):
    n, d = X.shape
    A, c = np.zeros((d, d)), np.zeros(d)
    for i in range(n):
        for j in range(d):
            c[j] += float(X[i, j]) * float(y[i])
            for k in range(d):
                A[j, k] += float(X[i, j]) * float(X[i, k])
    return _eliminate(A + np.diag(penalties), c)


def linreg_fit(X, y, lam=0.0):
    return _normal(X, y, [lam] * X.shape[1])


def linreg_fit_intercept(X, y, lam=0.0):
    d = X.shape[1]
    theta = _normal(np.hstack([X, np.ones((len(X), 1))]), y, [lam] * d + [0.0])
    return theta[:d], theta[d]
