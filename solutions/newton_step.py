"""Newton's method for logistic regression: loss, gradient, Hessian, and a damped step.

Conventions: X (N, D), labels y (N,) of 0 and 1, weights w (D,), no bias; natural logarithm; the
loss is the mean over the N samples, and so are gradient and Hessian.
"""

import numpy as np


def logistic_derivatives(
    X: np.ndarray, y: np.ndarray, w: np.ndarray
) -> tuple[float, np.ndarray, np.ndarray]:
    """Mean cross-entropy of logistic regression, with its first and second derivatives in w.

    L = 1/N Σ_n (log(1 + e^{z_n}) − y_n·z_n),  z = X·w
    g = Xᵀ(p − y)/N,  H = Xᵀ·diag(p(1 − p))·X/N,  p = σ(z)

    X: (N, D); y: labels 0 or 1 (N,); w: (D,). Returns the loss (a number), grad (D,) and hess (D, D).

    >>> X, y = np.array([[2.0], [4.0]]), np.array([1, 0])
    >>> loss, grad, hess = logistic_derivatives(X, y, np.zeros(1))
    >>> round(float(loss), 4), grad.tolist(), hess.tolist()
    (0.6931, [0.5], [[2.5]])
    """
    n = X.shape[0]
    z = X @ w
    # log(1 + e^z) without overflow: only a negative number is exponentiated.
    softplus = np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))
    # mistake exp-overflows: softplus = np.log(1.0 + np.exp(z))
    # mistake abs-forgotten: softplus = np.maximum(z, 0.0) + np.log1p(np.exp(-z))
    loss = np.sum(softplus - y * z) / n
    # mistake log-of-zero: loss = -np.sum(y * np.log(1.0 / (1.0 + np.exp(-z))) + (1.0 - y) * np.log(1.0 - 1.0 / (1.0 + np.exp(-z)))) / n
    # mistake loss-mean-missing: loss = np.sum(softplus - y * z)
    # mistake sign-flipped: loss = -np.sum(softplus - y * z) / n
    # mistake labels-swapped: loss = np.sum(softplus - (1.0 - y) * z) / n
    # mistake negative-term-dropped: loss = np.sum(y * (softplus - z)) / n
    # mistake positive-term-dropped: loss = np.sum((1.0 - y) * softplus) / n
    # mistake label-term-sign: loss = np.sum(softplus + y * z) / n
    p = np.exp(z - softplus)  # σ(z) = e^z / (1 + e^z)
    # mistake complement-taken: p = np.exp(-softplus)
    # mistake activation-missing: p = z
    grad = X.T @ (p - y) / n
    # mistake mean-missing: grad = X.T @ (p - y)
    # mistake sign-flipped: grad = X.T @ (y - p) / n
    # mistake onehot-not-subtracted: grad = X.T @ p / n
    # mistake activation-slope-kept: grad = X.T @ ((p - y) * p * (1.0 - p)) / n
    # mistake labels-swapped: grad = X.T @ (p - (1.0 - y)) / n
    # mistake last-sample-only: grad = X[-1] * (p - y)[-1] / n
    # S is diagonal, so scaling the rows of X does its work without an N×N matrix.
    s = p * (1.0 - p)
    # mistake derivative-incomplete: s = p
    # mistake derivative-incomplete: s = 1.0 - p
    # mistake curvature-missing: s = np.ones(n)
    # mistake residual-for-curvature: s = p - y
    # mistake squared-residual-for-curvature: s = (p - y) ** 2
    # mistake curvature-squared: s = (p * (1.0 - p)) ** 2
    # mistake root-taken: s = np.sqrt(p * (1.0 - p))
    # mistake tanh-for-sigmoid: s = 1.0 - p**2
    # mistake label-in-curvature: s = p * (1.0 - p) * y
    # mistake third-derivative: s = p * (1.0 - p) * (1.0 - 2.0 * p)
    hess = X.T @ (s[:, None] * X) / n
    # mistake dense-diagonal-matrix: hess = X.T @ np.diag(s) @ X / n
    # mistake hessian-mean-missing: hess = X.T @ (s[:, None] * X)
    # mistake hessian-sign: hess = -X.T @ (s[:, None] * X) / n
    # mistake mean-twice: hess = X.T @ (s[:, None] * X) / n**2
    # mistake hessian-diagonal-only: hess = np.diag(np.sum(s[:, None] * X**2, axis=0)) / n
    # mistake outer-product-of-gradient: hess = np.outer(grad, grad)
    # mistake last-sample-only: hess = s[-1] * np.outer(X[-1], X[-1]) / n
    # mistake gram-for-hessian: hess = X @ (s[:, None] * X).T / n
    # mistake inputs-centred: hess = (X - X.mean(axis=0)).T @ (s[:, None] * X) / n
    # mistake hessian-of-columns: hess = X.T @ X * s.mean() / n
    return loss, grad, hess


def newton_step(X: np.ndarray, y: np.ndarray, w: np.ndarray, damping: float) -> np.ndarray:
    """One damped step of Newton's method.

    w′ = w − (H + δ·I)⁻¹·g

    X: (N, D); y: labels 0 or 1 (N,); w: (D,); damping: δ ≥ 0, above 0 where H is singular.
    Returns the new weights (D,).

    >>> X, y = np.array([[2.0], [4.0]]), np.array([1, 0])
    >>> newton_step(X, y, np.zeros(1), 0.0).tolist(), newton_step(X, y, np.zeros(1), 2.5).tolist()
    ([-0.2], [-0.1])
    """
    _, grad, hess = logistic_derivatives(X, y, w)
    # Raising every eigenvalue by δ makes the system solvable, and its solution shorter.
    damped = hess + damping * np.eye(w.size)
    # mistake damping-missing: damped = hess
    # mistake damping-subtracted: damped = hess - damping * np.eye(w.size)
    # mistake damping-on-all-entries: damped = hess + damping
    # mistake damping-multiplied: damped = hess * (1.0 + damping * np.eye(w.size))
    # mistake damping-times-samples: damped = hess + damping * len(X) * np.eye(w.size)
    # mistake damping-too-small: damped = hess + damping / len(X) * np.eye(w.size)
    # mistake damping-replaces-hessian: damped = damping * np.eye(w.size)
    # mistake damping-squared: damped = hess + damping**2 * np.eye(w.size)
    # mistake hessian-diagonal-only: damped = np.diag(np.diag(hess)) + damping * np.eye(w.size)
    # mistake one-for-damping: damped = hess + np.eye(w.size)
    # mistake hessian-sign: damped = damping * np.eye(w.size) - hess
    step = np.linalg.solve(damped, grad)
    # mistake gradient-step-for-newton: step = grad
    # mistake inverse-missing: step = damped @ grad
    # mistake hessian-inverted-entrywise: step = (1.0 / damped) @ grad
    # mistake damping-as-penalty: step = np.linalg.solve(damped, grad + damping * w)
    # mistake damping-as-step-size: step = damping * np.linalg.solve(hess, grad)
    # mistake step-normalised: step = np.linalg.solve(damped, grad) / np.linalg.norm(grad)
    # mistake inverse-twice: step = np.linalg.solve(damped, np.linalg.solve(damped, grad))
    next_w = w - step
    # mistake sign-flipped: next_w = w + step
    # mistake step-for-weights: next_w = step
    # mistake step-for-weights: next_w = -step
    # mistake half-step: next_w = w - 0.5 * step
    return next_w
