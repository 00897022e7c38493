"""Multiclass hinge loss (Weston-Watkins): of scores, and of a linear classifier with a penalty.

Conventions: scores (N, C), data X (N, D), weights W (D, C), integer labels y (N,); the margin Δ is 1;
the hinge terms are summed over the wrong classes and averaged over the N samples; the penalty is
reg·ΣW², without ½ and not divided by N. Where a margin is exactly 0 its gradient is 0.
"""

import numpy as np


def svm_loss(x: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """Multiclass hinge loss of a batch of scores, and its gradient with respect to the scores.

    L = 1/N Σ_n Σ_{j ≠ y[n]} max(0, x[n, j] − x[n, y[n]] + 1)

    x: scores (N, C); y: integer labels (N,) in 0 … C−1.
    Returns the loss (a number) and dx = ∂L/∂x (N, C).

    >>> loss, dx = svm_loss(np.array([[2.0, 1.5, 0.0]]), np.array([0]))
    >>> float(loss), dx.tolist()
    (0.5, [[-1.0, 1.0, 0.0]])
    """
    n = x.shape[0]
    rows = np.arange(n)
    correct = x[rows, y][:, np.newaxis]
    margins = np.maximum(0.0, x - correct + 1.0)
    # mistake margin-constant-missing: margins = np.maximum(0.0, x - correct)
    # mistake hinge-missing: margins = x - correct + 1.0
    # mistake sign-flipped: margins = np.maximum(0.0, correct - x + 1.0)
    # mistake sign-flipped: margins = np.maximum(0.0, x - correct - 1.0)
    margins[rows, y] = 0.0  # the true class is not compared with itself
    # mistake true-class-counted: pass
    loss = np.sum(margins) / n
    # mistake loss-mean-missing: loss = np.sum(margins)
    # mistake entries-for-samples: loss = np.mean(margins)
    # mistake largest-margin-only: loss = np.sum(margins.max(axis=1)) / n
    # mistake violations-counted: loss = np.sum(margins > 0) / n
    # mistake square-kept: loss = np.sum(margins**2) / n

    # A violating class pulls its own score down and the true score up, each by 1.
    dx = np.where(margins > 0, 1.0, 0.0)
    # mistake kink-included:
    #     dx = np.where(x - correct + 1.0 >= 0, 1.0, 0.0)
    #     dx[rows, y] = 0.0
    # mistake margin-mask-missing:
    #     dx = np.ones_like(margins)
    #     dx[rows, y] = 0.0
    # mistake value-for-derivative: dx = margins.copy()
    dx[rows, y] = -np.sum(dx, axis=1)
    # mistake true-class-gradient-missing: pass
    # mistake violations-not-counted: dx[rows, y] = -1.0
    # mistake true-class-always-pulled: dx[rows, y] = 1.0 - x.shape[1]
    # mistake sign-flipped: dx[rows, y] = np.sum(dx, axis=1)
    # mistake violations-not-counted: dx[rows, y] = -1.0 * (np.sum(dx, axis=1) > 0)
    # mistake broadcast-over-rows: dx[:, y] = -np.sum(dx, axis=1)
    dx = dx / n
    # mistake mean-missing: pass
    # mistake entries-for-samples: dx = dx / x.size
    # mistake sign-flipped: dx = -dx / n
    return loss, dx


def svm_loss_naive(
    W: np.ndarray, X: np.ndarray, y: np.ndarray, reg: float
) -> tuple[float, np.ndarray]:
    """Multiclass hinge loss of a linear classifier with explicit loops, and its gradient.

    L = 1/N Σ_n Σ_{j ≠ y[n]} max(0, s[n, j] − s[n, y[n]] + 1) + reg·ΣW²,  s = X·W

    W: weights (D, C); X: data (N, D); y: integer labels (N,); reg: strength of the penalty.
    Returns the loss (a number) and dW = ∂L/∂W (D, C).

    >>> W, X, y = np.array([[2.0, 1.5]]), np.array([[1.0], [-1.0]]), np.array([0, 1])
    >>> loss, dW = svm_loss_naive(W, X, y, reg=0.0)
    >>> float(loss), dW.tolist()
    (0.5, [[-1.0, 1.0]])
    """
    n, c = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros(W.shape)
    for i in range(n):
        # mistake loop-one-short: for i in range(n - 1):
        scores = X[i] @ W
        # mistake violations-not-counted/once: scores = X[i] @ W; dW[:, y[i]] -= X[i]
        for j in range(c):
            # mistake loop-one-short: for j in range(1, c):
            if j == y[i]:
                continue
            # mistake true-class-counted: pass
            margin = scores[j] - scores[y[i]] + 1.0
            # mistake true-class-always-pulled/outside: margin = scores[j] - scores[y[i]] + 1.0; dW[:, y[i]] -= X[i]
            # mistake margin-constant-missing: margin = scores[j] - scores[y[i]]
            # mistake sign-flipped: margin = scores[y[i]] - scores[j] + 1.0
            if margin > 0:
                # mistake kink-included: if margin >= 0:
                # mistake hinge-missing: if True:
                loss += margin
                # mistake violations-counted: loss += 1.0
                # mistake square-kept: loss += margin**2
                dW[:, j] += X[i]
                # mistake violating-class-gradient-missing: pass
                # mistake last-sample-only: dW[:, j] = X[i]
                # mistake sign-flipped: dW[:, j] -= X[i]
                # mistake value-for-derivative: dW[:, j] += margin * X[i]
                dW[:, y[i]] -= X[i]
                # mistake true-class-always-pulled/outside: pass
                # mistake violations-not-counted/once: pass
                # mistake true-class-gradient-missing: pass
                # mistake sign-flipped: dW[:, y[i]] += X[i]
                # mistake last-sample-only: dW[:, y[i]] = -X[i]
    loss = loss / n + reg * np.sum(W * W)
    # mistake loss-mean-missing: loss = loss + reg * np.sum(W * W)
    # mistake penalty-missing-in-loss: loss = loss / n
    # mistake penalty-half-mixed: loss = loss / n + 0.5 * reg * np.sum(W * W)
    # convention l2-half instead of l2-full: loss = loss / n + 0.5 * reg * np.sum(W * W)
    # mistake penalty-over-n: loss = (loss + reg * np.sum(W * W)) / n
    # mistake square-missing: loss = loss / n + reg * np.sum(W)
    # mistake penalty-averaged: loss = loss / n + reg * np.mean(W * W)
    dW = dW / n + 2.0 * reg * W
    # mistake mean-missing: dW = dW + 2.0 * reg * W
    # mistake penalty-gradient-missing: dW = dW / n
    # mistake penalty-half-mixed: dW = dW / n + reg * W
    # convention l2-half instead of l2-full: dW = dW / n + reg * W
    # mistake penalty-over-n: dW = (dW + 2.0 * reg * W) / n
    # mistake penalty-weight-missing: dW = dW / n + 2.0 * reg
    # mistake sign-flipped: dW = dW / n - 2.0 * reg * W
    return loss, dW


def svm_loss_vectorized(
    W: np.ndarray, X: np.ndarray, y: np.ndarray, reg: float
) -> tuple[float, np.ndarray]:
    """The same loss and gradient as `svm_loss_naive`, without a loop.

    With K[n, j] = 1 for a violating class j, K[n, y[n]] = −(number of violations) and 0 elsewhere,
    ∂L/∂W = Xᵀ·K / N + 2·reg·W.

    W: weights (D, C); X: data (N, D); y: integer labels (N,); reg: strength of the penalty.
    Returns the loss (a number) and dW = ∂L/∂W (D, C).

    >>> W, X, y = np.array([[2.0, 1.5]]), np.array([[1.0], [-1.0]]), np.array([0, 1])
    >>> loss, dW = svm_loss_vectorized(W, X, y, reg=1.0)
    >>> float(loss), dW.tolist()
    (6.75, [[3.0, 4.0]])
    """
    n = X.shape[0]
    rows = np.arange(n)
    scores = X @ W
    margins = np.maximum(0.0, scores - scores[rows, y][:, np.newaxis] + 1.0)
    # mistake margin-constant-missing: margins = np.maximum(0.0, scores - scores[rows, y][:, np.newaxis])
    # mistake hinge-missing: margins = scores - scores[rows, y][:, np.newaxis] + 1.0
    # mistake sign-flipped: margins = np.maximum(0.0, scores[rows, y][:, np.newaxis] - scores + 1.0)
    # mistake axes-of-scores-mixed: margins = np.maximum(0.0, scores - scores[rows, y] + 1.0)
    margins[rows, y] = 0.0
    # mistake true-class-counted: pass
    loss = np.sum(margins) / n + reg * np.sum(W * W)
    # mistake loss-mean-missing: loss = np.sum(margins) + reg * np.sum(W * W)
    # mistake entries-for-samples: loss = np.mean(margins) + reg * np.sum(W * W)
    # mistake penalty-missing-in-loss: loss = np.sum(margins) / n
    # mistake penalty-half-mixed: loss = np.sum(margins) / n + 0.5 * reg * np.sum(W * W)
    # convention l2-half instead of l2-full: loss = np.sum(margins) / n + 0.5 * reg * np.sum(W * W)
    # mistake penalty-over-n: loss = (np.sum(margins) + reg * np.sum(W * W)) / n
    # mistake square-kept: loss = np.sum(margins**2) / n + reg * np.sum(W * W)
    # mistake largest-margin-only: loss = np.sum(margins.max(axis=1)) / n + reg * np.sum(W * W)
    # mistake penalty-averaged: loss = np.sum(margins) / n + reg * np.mean(W * W)
    coefficients = np.where(margins > 0, 1.0, 0.0)
    # mistake value-for-derivative: coefficients = margins.copy()
    # mistake kink-included:
    #     coefficients = np.where(scores - scores[rows, y][:, np.newaxis] + 1.0 >= 0, 1.0, 0.0)
    #     coefficients[rows, y] = 0.0
    # mistake margin-mask-missing:
    #     coefficients = np.ones_like(margins)
    #     coefficients[rows, y] = 0.0
    coefficients[rows, y] = -np.sum(coefficients, axis=1)
    # mistake true-class-gradient-missing: pass
    # mistake violations-not-counted: coefficients[rows, y] = -1.0
    # mistake true-class-always-pulled: coefficients[rows, y] = 1.0 - scores.shape[1]
    # mistake violations-not-counted: coefficients[rows, y] = -1.0 * (np.sum(coefficients, axis=1) > 0)
    # mistake sign-flipped: coefficients[rows, y] = np.sum(coefficients, axis=1)
    # mistake broadcast-over-rows: coefficients[:, y] = -np.sum(coefficients, axis=1)
    dW = X.T @ coefficients / n + 2.0 * reg * W
    # mistake mean-missing: dW = X.T @ coefficients + 2.0 * reg * W
    # mistake penalty-gradient-missing: dW = X.T @ coefficients / n
    # mistake penalty-half-mixed: dW = X.T @ coefficients / n + reg * W
    # convention l2-half instead of l2-full: dW = X.T @ coefficients / n + reg * W
    # mistake penalty-over-n: dW = (X.T @ coefficients + 2.0 * reg * W) / n
    # mistake transpose-missing: dW = X @ coefficients / n + 2.0 * reg * W
    # mistake penalty-weight-missing: dW = X.T @ coefficients / n + 2.0 * reg
    # mistake sign-flipped: dW = X.T @ coefficients / n - 2.0 * reg * W
    return loss, dW
