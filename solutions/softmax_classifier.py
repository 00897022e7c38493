"""Softmax classifier: a linear classifier with softmax cross-entropy and a penalty on the weights.

Conventions: data X (N, D), weights W (D, C), integer labels y (N,); natural logarithms; the loss is
averaged over the N samples; the penalty is reg·ΣW², without ½ and not divided by N.
"""

import numpy as np


def softmax_loss_naive(
    W: np.ndarray, X: np.ndarray, y: np.ndarray, reg: float
) -> tuple[float, np.ndarray]:
    """Cross-entropy of a linear softmax classifier with explicit loops, and its gradient.

    L = −1/N Σ_n log softmax(s[n])[y[n]] + reg·ΣW²,  s = X·W

    W: weights (D, C); X: data (N, D); y: integer labels (N,); reg: strength of the penalty.
    Returns the loss (a number) and dW = ∂L/∂W (D, C).

    >>> W, X, y = np.zeros((1, 2)), np.array([[1.0], [-1.0]]), np.array([0, 1])
    >>> loss, dW = softmax_loss_naive(W, X, y, reg=0.0)
    >>> float(loss.round(4)), dW.tolist()
    (0.6931, [[-0.5, 0.5]])
    """
    n, c = X.shape[0], W.shape[1]
    loss = 0.0
    dW = np.zeros(W.shape)
    for i in range(n):
        # mistake loop-one-short: for i in range(n - 1):
        scores = X[i] @ W
        scores = scores - np.max(scores)
        # mistake max-not-subtracted: pass
        log_p = scores - np.log(np.sum(np.exp(scores)))  # finite where p itself is 0
        # mistake log-of-zero: log_p = np.log(np.exp(scores) / np.sum(np.exp(scores)))
        # mistake normalisation-missing: log_p = scores
        p = np.exp(log_p)
        loss -= log_p[y[i]]
        # mistake sign-flipped: loss += log_p[y[i]]
        # mistake probability-not-log: loss -= p[y[i]]
        # mistake all-classes-counted: loss -= np.sum(log_p)
        for j in range(c):
            # mistake loop-one-short: for j in range(1, c):
            dW[:, j] += (p[j] - (j == y[i])) * X[i]
            # mistake onehot-not-subtracted: dW[:, j] += p[j] * X[i]
            # mistake last-sample-only: dW[:, j] = (p[j] - (j == y[i])) * X[i]
            # mistake sign-flipped: dW[:, j] -= (p[j] - (j == y[i])) * X[i]
            # mistake true-class-only: dW[:, j] += (p[j] - 1.0) * (j == y[i]) * X[i]
            # mistake softmax-missing: dW[:, j] += (scores[j] - (j == y[i])) * X[i]
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
    return loss, dW


def softmax_loss_vectorized(
    W: np.ndarray, X: np.ndarray, y: np.ndarray, reg: float
) -> tuple[float, np.ndarray]:
    """The same loss and gradient as `softmax_loss_naive`, without a loop.

    With P = softmax(X·W), row by row, and Y the one-hot labels, ∂L/∂W = Xᵀ·(P − Y) / N + 2·reg·W.

    W: weights (D, C); X: data (N, D); y: integer labels (N,); reg: strength of the penalty.
    Returns the loss (a number) and dW = ∂L/∂W (D, C).

    >>> W, X, y = np.zeros((1, 2)), np.array([[1.0], [-1.0]]), np.array([0, 1])
    >>> loss, dW = softmax_loss_vectorized(W, X, y, reg=1.0)
    >>> float(loss.round(4)), dW.tolist()
    (0.6931, [[-0.5, 0.5]])
    """
    n = X.shape[0]
    rows = np.arange(n)
    scores = X @ W
    shifted = scores - np.max(scores, axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = scores
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake normaliser-log-forgotten: log_p = shifted - np.sum(np.exp(shifted), axis=1, keepdims=True)
    loss = -np.sum(log_p[rows, y]) / n + reg * np.sum(W * W)
    # mistake loss-mean-missing: loss = -np.sum(log_p[rows, y]) + reg * np.sum(W * W)
    # mistake sign-flipped: loss = np.sum(log_p[rows, y]) / n + reg * np.sum(W * W)
    # mistake all-classes-counted: loss = -np.sum(log_p) / n + reg * np.sum(W * W)
    # mistake mean-over-classes: loss = -np.sum(log_p[rows, y]) / scores.size + reg * np.sum(W * W)
    # mistake penalty-missing-in-loss: loss = -np.sum(log_p[rows, y]) / n
    # mistake penalty-half-mixed: loss = -np.sum(log_p[rows, y]) / n + 0.5 * reg * np.sum(W * W)
    # convention l2-half instead of l2-full: loss = -np.sum(log_p[rows, y]) / n + 0.5 * reg * np.sum(W * W)
    # mistake penalty-over-n: loss = (-np.sum(log_p[rows, y]) + reg * np.sum(W * W)) / n
    # mistake penalty-averaged: loss = -np.sum(log_p[rows, y]) / n + reg * np.mean(W * W)
    dscores = np.exp(log_p)
    dscores[rows, y] -= 1.0
    # mistake onehot-not-subtracted: pass
    # mistake broadcast-over-rows: dscores[:, y] -= 1.0
    # mistake label-term-sign: dscores[rows, y] += 1.0
    dW = X.T @ dscores / n + 2.0 * reg * W
    # mistake mean-missing: dW = X.T @ dscores + 2.0 * reg * W
    # mistake mean-over-classes: dW = X.T @ dscores / scores.size + 2.0 * reg * W
    # mistake penalty-gradient-missing: dW = X.T @ dscores / n
    # mistake penalty-half-mixed: dW = X.T @ dscores / n + reg * W
    # convention l2-half instead of l2-full: dW = X.T @ dscores / n + reg * W
    # mistake penalty-over-n: dW = (X.T @ dscores + 2.0 * reg * W) / n
    # mistake transpose-missing: dW = X @ dscores / n + 2.0 * reg * W
    # mistake penalty-weight-missing: dW = X.T @ dscores / n + 2.0 * reg
    # mistake sign-flipped: dW = -X.T @ dscores / n + 2.0 * reg * W
    return loss, dW
