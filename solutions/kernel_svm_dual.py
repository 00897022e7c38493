"""A support vector machine with kernels, in the dual: kernels, objective, bias and decision.

Conventions: labels y ∈ {−1, +1}; 0 ≤ α ≤ C; RBF is exp(−γ‖x − z‖²); the decision is f(x) = w·φ(x) + b.
"""

import numpy as np


def kernel_matrix(
    X: np.ndarray,
    Z: np.ndarray,
    kind: str,
    gamma: float = 1.0,
    degree: int = 3,
    coef0: float = 1.0,
) -> np.ndarray:
    """The kernel of all pairs.

    "linear": xᵀz;  "poly": (γ·xᵀz + coef0)^degree;  "rbf": exp(−γ·‖x − z‖²)

    X: (N, D); Z: (M, D); kind: "linear", "poly" or "rbf". Returns (N, M).

    >>> X, Z = np.array([[1.0, 2.0]]), np.array([[1.0, 1.0]])
    >>> [float(kernel_matrix(X, Z, kind, 0.5, 2).round(4)[0, 0]) for kind in ("linear", "poly", "rbf")]
    [3.0, 6.25, 0.6065]
    """
    # mistake wrong-default: degree = 2 if degree == 3 else degree
    # mistake wrong-default: coef0 = 0.0 if coef0 == 1.0 else coef0
    # mistake wrong-default: gamma = 1.0 / X.shape[1] if gamma == 1.0 else gamma
    products = X @ Z.T
    if kind == "linear":
        return products
    if kind == "poly":
        return (gamma * products + coef0) ** degree
        # mistake coef-missing: return (gamma * products) ** degree
        # mistake kernel-width-missing: return (products + coef0) ** degree
        # mistake power-of-product-only: return (gamma * products) ** degree + coef0
        # mistake degree-ignored: return gamma * products + coef0
        # mistake power-of-product-only: return gamma * products**degree + coef0
    d2 = np.sum(X**2, axis=1)[:, None] - 2.0 * products + np.sum(Z**2, axis=1)
    # mistake factor-two-dropped: d2 = np.sum(X**2, axis=1)[:, None] - products + np.sum(Z**2, axis=1)
    # mistake sign-flipped: d2 = np.sum(X**2, axis=1)[:, None] + 2.0 * products + np.sum(Z**2, axis=1)
    # mistake one-square-missing: d2 = np.sum(X**2, axis=1)[:, None] - 2.0 * products
    # mistake root-taken: d2 = np.sqrt(np.maximum(np.sum(X**2, axis=1)[:, None] - 2.0 * products + np.sum(Z**2, axis=1), 0.0))
    return np.exp(-gamma * d2)
    # convention rbf-sigma instead of rbf-gamma: return np.exp(-d2 / (2.0 * gamma**2))
    # mistake kernel-width-missing: return np.exp(-d2)
    # mistake ratio-inverted: return np.exp(-d2 / gamma)
    # mistake exponent-sign: return np.exp(gamma * d2)
    # mistake exponent-factor-two: return np.exp(-0.5 * gamma * d2)


def dual_objective(alpha: np.ndarray, y: np.ndarray, K: np.ndarray) -> float:
    """The dual objective, which is to be maximised.

    Σ_i α_i − ½·Σ_i Σ_j α_i α_j y_i y_j K_ij

    alpha: (N,); y: labels (N,); K: the kernel of the training samples (N, N). Returns a number.

    >>> float(dual_objective(np.array([1.0, 1.0]), np.array([1.0, -1.0]), np.eye(2)))
    1.0
    """
    v = alpha * y
    # mistake label-left-out: v = alpha
    # mistake alpha-left-out: v = y
    objective = np.sum(alpha) - 0.5 * v @ K @ v
    # mistake half-dropped: objective = np.sum(alpha) - v @ K @ v
    # mistake sign-flipped: objective = np.sum(alpha) + 0.5 * v @ K @ v
    # mistake sign-flipped: objective = 0.5 * v @ K @ v - np.sum(alpha)
    # mistake first-term-missing: objective = -0.5 * v @ K @ v
    # mistake diagonal-only: objective = np.sum(alpha) - 0.5 * np.sum(v**2 * np.diag(K))
    # mistake labels-in-first-term: objective = np.sum(v) - 0.5 * v @ K @ v
    # mistake product-after-sum: objective = np.sum(alpha) - 0.5 * np.sum(v) ** 2 * np.sum(K)
    # mistake mean-for-sum: objective = np.mean(alpha) - 0.5 * v @ K @ v
    return objective


def svm_bias(alpha: np.ndarray, y: np.ndarray, K: np.ndarray, C: float) -> float:
    """The bias, from the support vectors that lie on the margin.

    b = mean of y_i − Σ_j α_j y_j K_ij over all i with 0 < α_i < C

    alpha: (N,); y: labels (N,); K: (N, N); C: the upper bound of α. Returns a number.

    >>> alpha, y = np.array([1.0, 2.0, 0.0]), np.array([1.0, -1.0, 1.0])
    >>> float(svm_bias(alpha, y, np.eye(3), 2.0))
    0.0
    """
    on_margin = (alpha > 0) & (alpha < C)
    # mistake bounded-vectors-averaged: on_margin = alpha > 0
    # mistake all-samples-averaged: on_margin = np.full(len(alpha), True)
    # mistake only-bounded-vectors: on_margin = alpha >= C
    # mistake single-support-vector: on_margin = np.arange(len(alpha)) == np.argmax((alpha > 0) & (alpha < C))
    # mistake single-support-vector: on_margin = np.arange(len(alpha)) == np.argmax(np.where(alpha < C, alpha, 0))
    # mistake non-support-vectors: on_margin = alpha < C
    residual = y - K @ (alpha * y)
    # mistake label-left-out: residual = y - K @ alpha
    # mistake sign-flipped: residual = K @ (alpha * y) - y
    # mistake sign-flipped: residual = y + K @ (alpha * y)
    # mistake sum-over-margin-only: residual = y - K @ (np.where((alpha > 0) & (alpha < C), alpha, 0) * y)
    # mistake one-for-label: residual = 1.0 - K @ (alpha * y)
    # mistake one-for-label: residual = 1.0 - y * (K @ (alpha * y))
    b = np.mean(residual[on_margin])
    # mistake sum-for-mean: b = np.sum(residual[on_margin])
    # mistake wrong-count: b = np.sum(residual[on_margin]) / len(y)
    return b


def svm_decision(alpha: np.ndarray, y: np.ndarray, K: np.ndarray, b: float) -> np.ndarray:
    """The decision values of new samples; their signs are the predicted classes.

    f(x_m) = Σ_j α_j y_j K_mj + b

    alpha: (N,); y: labels (N,); K: the kernel of new and training samples (M, N); b: a number.
    Returns (M,).

    >>> svm_decision(np.array([1.0, 2.0]), np.array([1.0, -1.0]), np.array([[3.0, 1.0]]), 0.5).tolist()
    [1.5]
    """
    f = K @ (alpha * y) + b
    # mistake bias-missing: f = K @ (alpha * y)
    # mistake sign-flipped: f = K @ (alpha * y) - b
    # mistake label-left-out: f = K @ alpha + b
    # mistake alpha-left-out: f = K @ y + b
    # mistake class-for-score: f = np.sign(K @ (alpha * y) + b)
    # mistake transpose-missing: f = K.T @ (alpha * y) + b
    # mistake bias-inside-sum: f = (K + b) @ (alpha * y)
    return f
