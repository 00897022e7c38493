"""Logistic regression: loss and gradient.

Conventions: X (N, D), labels y ∈ {0, 1} (N,), w (D,), b a number; natural logarithm; the loss is
the mean over the N samples.
"""

import numpy as np


def logistic_loss(
    X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float
) -> tuple[float, np.ndarray, float]:
    """Binary cross-entropy of logistic regression, and its gradient.

    L = −1/N Σ_n [ y_n · log p_n + (1 − y_n) · log(1 − p_n) ],  p = σ(z),  z = X·w + b

    X: inputs (N, D); y: labels (N,), 0 or 1; w: weights (D,); b: the bias, a number. The logits
    may be of any size, ±1000 included. Returns the loss (a number), dw (D,) and db (a number).

    >>> X, y = np.array([[2.0], [4.0]]), np.array([1, 0])
    >>> loss, dw, db = logistic_loss(X, y, np.zeros(1), 0.0)
    >>> round(float(loss), 4), dw.tolist(), float(db)
    (0.6931, [0.5], 0.0)
    """
    n = X.shape[0]
    z = X @ w + b
    # mistake bias-missing: z = X @ w
    # mistake sign-flipped: z = X @ w - b
    # mistake exponent-sign: z = -(X @ w + b)

    # log(1 + e^z) without overflow: only a negative number is exponentiated.
    softplus = np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))
    # mistake exp-overflows: softplus = np.log(1.0 + np.exp(z))
    # mistake abs-forgotten: softplus = np.maximum(z, 0.0) + np.log1p(np.exp(-z))
    # mistake relu-term-dropped: softplus = np.log1p(np.exp(-np.abs(z)))
    loss = np.sum(softplus - y * z) / n
    # mistake log-of-zero: loss = -np.sum(y * np.log(1.0 / (1.0 + np.exp(-z))) + (1.0 - y) * np.log(1.0 - 1.0 / (1.0 + np.exp(-z)))) / n
    # mistake loss-mean-missing: loss = np.sum(softplus - y * z)
    # convention reduction-sum instead of reduction-mean: loss = np.sum(softplus - y * z)
    # mistake sign-flipped: loss = -np.sum(softplus - y * z) / n
    # mistake labels-swapped: loss = np.sum(softplus - (1.0 - y) * z) / n
    # mistake negative-term-dropped: loss = np.sum(y * (softplus - z)) / n
    # mistake positive-term-dropped: loss = np.sum((1.0 - y) * softplus) / n
    # mistake label-term-sign: loss = np.sum(softplus + y * z) / n
    # mistake log-base-two: loss = np.sum(softplus - y * z) / np.log(2.0) / n
    # mistake loss-of-signed-labels: loss = np.mean(np.logaddexp(0.0, -y * z))
    p = np.exp(z - softplus)  # σ(z) = e^z / (1 + e^z)
    # mistake complement-taken: p = np.exp(-softplus)
    # mistake activation-missing: p = z
    dz = (p - y) / n
    # mistake mean-missing: dz = p - y
    # convention reduction-sum instead of reduction-mean: dz = p - y
    # mistake sign-flipped: dz = (y - p) / n
    # mistake activation-slope-kept: dz = (p - y) * p * (1.0 - p) / n
    # mistake onehot-not-subtracted: dz = p / n
    # mistake labels-swapped: dz = (p - (1.0 - y)) / n
    dw = X.T @ dz
    # mistake transpose-missing: dw = X @ dz
    # mistake mean-twice: dw = X.T @ dz / n
    # mistake mean-missing: dw = X.T @ dz * n
    # mistake input-missing: dw = np.sum(dz) * np.ones_like(w)
    # mistake last-sample-only: dw = X[-1] * dz[-1]
    db = np.sum(dz)
    # mistake sum-missing: db = dz
    # mistake mean-twice: db = np.mean(dz)
    # mistake mean-missing: db = np.sum(dz) * n
    # mistake last-sample-only: db = dz[-1]
    return loss, dw, db
