"""The perceptron, trained by Rosenblatt's rule.

Conventions: X (N, D), labels y ∈ {−1, +1} (N,); w and b start at zero; the samples are taken in
the given order; a sample on the boundary counts as a mistake.
"""

import numpy as np


def perceptron_fit(X: np.ndarray, y: np.ndarray, epochs: int) -> tuple[np.ndarray, float, int]:
    """Train a perceptron: update on mistakes alone, at once.

    if y_n·(w·x_n + b) ≤ 0:  w ← w + y_n·x_n,  b ← b + y_n

    X: inputs (N, D); y: labels (N,), −1 or +1; epochs: how often to go through the data.
    Returns w (D,), b (a number) and the number of updates in all epochs together.

    >>> w, b, n_updates = perceptron_fit(np.array([[2.0], [-1.0]]), np.array([1, -1]), 5)
    >>> w.tolist(), float(b), n_updates
    ([2.0], 1.0, 1)
    """
    w = np.zeros(X.shape[1])
    # mistake start-at-ones: w = np.ones(X.shape[1])
    b = 0.0
    n_updates = 0
    for _ in range(epochs):
        # mistake steps-off-by-one: for _ in range(epochs + 1):
        # mistake steps-off-by-one: for _ in range(1, epochs):
        # mistake one-epoch-only: for _ in range(min(epochs, 1)):
        for x_n, y_n in zip(X, y):
            # mistake loop-one-short: for x_n, y_n in zip(X[:-1], y[:-1]):
            # mistake samples-in-reverse-order: for x_n, y_n in zip(X[::-1], y[::-1]):
            score = w @ x_n + b
            # mistake bias-missing: score = w @ x_n
            # mistake sign-flipped: score = w @ x_n - b
            # mistake samples-counted/both: n_updates += 1; score = w @ x_n + b
            # w and b start at 0, where every score is 0: "<" would never take the first step.
            if y_n * score <= 0:
                # mistake strict-inequality: if y_n * score < 0:
                # mistake update-condition-inverted: if y_n * score >= 0:
                # mistake boundary-taken-as-class: if y_n * (1 if score >= 0 else -1) <= 0:
                # mistake boundary-taken-as-class: if y_n * (1 if score > 0 else -1) <= 0:
                # mistake updates-on-all: if True:
                # mistake margin-of-one: if y_n * score <= 1:
                # mistake label-left-out: if score <= 0:
                w = w + y_n * x_n
                # mistake sign-flipped/both: w = w - y_n * x_n
                # mistake label-left-out/both: w = w + x_n
                # mistake factor-two-added/both: w = w + 2 * y_n * x_n
                # mistake label-left-out: w = w + x_n
                # mistake input-missing: w = w + y_n
                # mistake sign-flipped: w = w - y_n * x_n
                # mistake score-in-update: w = w + (y_n - score) * x_n
                # mistake weights-overwritten: w = y_n * x_n
                b = b + y_n
                # mistake sign-flipped/both: b = b - y_n
                # mistake label-left-out/both: b = b + 1.0
                # mistake factor-two-added/both: b = b + 2 * y_n
                # mistake bias-not-updated: pass
                # mistake sign-flipped: b = b - y_n
                # mistake label-left-out: b = b + 1.0
                n_updates += 1
                # mistake mistakes-not-counted: pass
                # mistake samples-counted/both: pass
    return w, b, n_updates
    # mistake epochs-counted: return w, b, epochs
