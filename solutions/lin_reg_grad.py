"""Linear regression: mean squared error and its gradient.

Conventions: X (N, D), targets y (N,), w (D,), b a number; the loss is the mean of the squared
residuals over the N samples, without a factor ½.
"""

import numpy as np


def linear_regression_loss(
    X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float
) -> tuple[float, np.ndarray, float]:
    """Mean squared error of the linear model X·w + b, and its gradient.

    L = 1/N Σ_n r_n²,  r = X·w + b − y

    X: inputs (N, D); y: targets (N,); w: weights (D,); b: the bias, a number.
    Returns the loss (a number), dw (D,) and db (a number).

    >>> X, y = np.array([[1.0], [2.0]]), np.array([2.0, 4.0])
    >>> loss, dw, db = linear_regression_loss(X, y, np.ones(1), 0.0)
    >>> float(loss), dw.tolist(), float(db)
    (2.5, [-5.0], -3.0)
    """
    n = X.shape[0]
    prediction = X @ w + b
    # mistake bias-missing: prediction = X @ w
    residual = prediction - y
    # mistake sign-flipped: residual = prediction + y
    loss = np.sum(residual**2) / n
    # mistake loss-mean-missing: loss = np.sum(residual**2)
    # convention mse-half instead of mse-mean-all: loss = 0.5 * np.sum(residual**2) / n
    # convention reduction-sum instead of mse-mean-all: loss = np.sum(residual**2)
    # mistake half-mixed: loss = 0.5 * np.sum(residual**2) / n
    # mistake square-missing: loss = np.sum(np.abs(residual)) / n
    # mistake square-missing: loss = np.sum(residual) / n
    # mistake root-taken: loss = np.sqrt(np.sum(residual**2) / n)
    # mistake square-of-sum: loss = np.sum(residual) ** 2 / n
    # mistake square-of-sum: loss = np.mean(residual) ** 2
    # mistake sign-flipped: loss = -np.sum(residual**2) / n
    # mistake wrong-count: loss = np.sum(residual**2) / X.size
    # mistake mean-over-features-only: loss = np.sum(residual**2) / X.shape[1]
    # mistake last-sample-only: loss = residual[-1] ** 2
    dresidual = 2.0 * residual / n
    # mistake factor-two-dropped: dresidual = residual / n
    # mistake mean-missing: dresidual = 2.0 * residual
    # convention mse-half instead of mse-mean-all: dresidual = residual / n
    # convention reduction-sum instead of mse-mean-all: dresidual = 2.0 * residual
    # mistake sign-flipped: dresidual = -2.0 * residual / n
    # mistake sign-for-residual: dresidual = 2.0 * np.sign(residual) / n
    # mistake onehot-not-subtracted: dresidual = 2.0 * prediction / n
    # mistake mean-over-features-only: dresidual = 2.0 * residual / X.shape[1]
    dw = X.T @ dresidual
    # mistake transpose-missing: dw = X @ dresidual
    # mistake mean-twice: dw = X.T @ dresidual / n
    # mistake mean-missing: dw = X.T @ dresidual * n
    # mistake factor-two-dropped: dw = 0.5 * X.T @ dresidual
    # mistake input-missing: dw = np.sum(dresidual) * np.ones_like(w)
    # mistake sign-flipped: dw = -X.T @ dresidual
    # mistake last-sample-only: dw = X[-1] * dresidual[-1]
    # mistake product-after-sum: dw = np.sum(X, axis=0) * np.sum(dresidual)
    db = np.sum(dresidual)
    # mistake sum-missing: db = dresidual
    # mistake mean-twice: db = np.mean(dresidual)
    # mistake mean-missing: db = np.sum(dresidual) * n
    # mistake factor-two-dropped: db = 0.5 * np.sum(dresidual)
    # mistake sign-flipped: db = -np.sum(dresidual)
    # mistake last-sample-only: db = dresidual[-1]
    return loss, dw, db
