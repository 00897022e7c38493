"""Least squares and ridge regression by the normal equations.

Conventions: X (N, D), targets y (N,); the objective is the sum of the squared errors plus λ‖w‖²,
not divided by N; a bias is never penalised.
"""

import numpy as np


def linreg_fit(X: np.ndarray, y: np.ndarray, lam: float = 0.0) -> np.ndarray:
    """The weights of ridge regression without a bias.

    w = argmin ‖X·w − y‖² + λ‖w‖²,  which solves (XᵀX + λI)·w = Xᵀy

    X: inputs (N, D); y: targets (N,); lam: λ ≥ 0, a number. Returns w (D,).

    >>> linreg_fit(np.array([[1.0, 0.0], [0.0, 2.0]]), np.array([3.0, 8.0]), 1.0).round(4).tolist()
    [1.5, 3.2]
    """
    gram = X.T @ X
    # mistake transpose-missing: gram = X @ X.T
    # mistake wrong-count: gram = X.T @ X / len(X)
    matrix = gram + lam * np.eye(X.shape[1])
    # mistake scalar-added-to-all: matrix = gram + lam
    # mistake penalty-left-out: matrix = gram
    # convention ridge-mean instead of ridge-sum: matrix = gram + lam * len(X) * np.eye(X.shape[1])
    # mistake penalty-over-n: matrix = gram + lam / len(X) * np.eye(X.shape[1])
    # mistake sign-flipped: matrix = gram - lam * np.eye(X.shape[1])
    # mistake coefficient-squared: matrix = gram + lam**2 * np.eye(X.shape[1])
    # mistake factor-two-added: matrix = gram + 2.0 * lam * np.eye(X.shape[1])
    # mistake penalty-rate-missing: matrix = gram + np.eye(X.shape[1])
    w = np.linalg.solve(matrix, X.T @ y)
    # mistake inverse-missing: w = matrix @ (X.T @ y)
    # mistake penalty-outside-inverse: w = np.linalg.pinv(gram) @ X.T @ y + lam * np.linalg.pinv(gram) @ X.T @ y
    # mistake sign-flipped: w = -np.linalg.solve(matrix, X.T @ y)
    # mistake wrong-count: w = np.linalg.solve(matrix, X.T @ y / len(X))
    # mistake transpose-missing: w = np.linalg.solve(matrix, X @ y)
    # mistake diagonal-only: w = X.T @ y / np.diag(matrix)
    return w


def linreg_fit_intercept(
    X: np.ndarray, y: np.ndarray, lam: float = 0.0
) -> tuple[np.ndarray, float]:
    """The weights and the bias of ridge regression; the bias is not penalised.

    w, b = argmin ‖X·w + b − y‖² + λ‖w‖²,  where b = ȳ − x̄·w

    X: inputs (N, D); y: targets (N,); lam: λ ≥ 0, a number. Returns w (D,) and b (a number).

    >>> w, b = linreg_fit_intercept(np.array([[0.0], [1.0], [2.0]]), np.array([1.0, 3.0, 5.0]))
    >>> w.round(4).tolist(), round(float(b), 4)
    ([2.0], 1.0)
    """
    x_mean, y_mean = X.mean(axis=0), y.mean()
    # The best b for any w makes the mean residual 0; inserted, only the centred data are left.
    w = linreg_fit(X - x_mean, y - y_mean, lam)
    # mistake inputs-not-centred: w = linreg_fit(X, y - y_mean, lam)
    # mistake inputs-not-centred: w = linreg_fit(X, y, lam)
    # mistake bias-penalised:
    #     w = linreg_fit(np.column_stack([X, np.ones(len(X))]), y, lam)
    #     return w[:-1], w[-1]
    # mistake weight-unpenalised-for-bias:
    #     A = np.column_stack([X, np.ones(len(X))])
    #     free = np.diag(np.arange(A.shape[1]) > 0)
    #     w = np.linalg.solve(A.T @ A + lam * free, A.T @ y)
    #     return w[:-1], w[-1]
    # mistake weight-unpenalised-for-bias:
    #     A = np.column_stack([X, np.ones(len(X))])
    #     free = np.diag(np.arange(A.shape[1]) != X.shape[1] - 1)
    #     w = np.linalg.solve(A.T @ A + lam * free, A.T @ y)
    #     return w[:-1], w[-1]
    # mistake penalty-left-out: w = linreg_fit(X - x_mean, y - y_mean)
    # mistake standardised-not-undone: w = linreg_fit((X - x_mean) / (X.std(axis=0) + 1e-12), y - y_mean, lam)
    b = y_mean - x_mean @ w
    # mistake bias-is-mean-of-targets: b = y_mean
    # mistake sign-flipped: b = y_mean + x_mean @ w
    # mistake sign-flipped: b = x_mean @ w - y_mean
    # mistake bias-is-zero: b = 0.0
    # mistake first-sample-only: b = y[0] - X[0] @ w
    return w, b
