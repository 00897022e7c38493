"""Softmax and cross-entropy in one step: loss and gradient.

Conventions: logits z (N, C), integer labels y (N,); natural logarithm;
the loss is the mean over the N samples of the batch.
"""

import numpy as np


def softmax_loss(z: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """Softmax cross-entropy of a batch, and its gradient with respect to the logits.

    L = −1/N Σ_n log p[n, y_n],  p[n, c] = exp(z[n, c]) / Σ_k exp(z[n, k])

    z: logits (N, C), of any size, ±1000 included; y: integer labels (N,) in 0 … C−1.
    Returns the loss (a number) and dz = ∂L/∂z (N, C).

    >>> loss, dz = softmax_loss(np.zeros((1, 4)), np.array([2]))
    >>> round(float(loss), 4), dz.tolist()
    (1.3863, [[0.25, 0.25, -0.75, 0.25]])
    """
    n = z.shape[0]
    rows = np.arange(n)

    # Softmax does not change when a row is shifted; with the largest logit at 0, exp cannot overflow.
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - z.max()
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    loss = -np.sum(log_p[rows, y]) / n
    # mistake loss-mean-missing: loss = -np.sum(log_p[rows, y])
    # mistake sign-flipped: loss = np.sum(log_p[rows, y]) / n
    # mistake probability-not-log: loss = -np.sum(np.exp(log_p[rows, y])) / n
    # mistake mean-over-classes: loss = -np.sum(log_p[rows, y]) / z.size
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(log_p[rows, y])

    p = np.exp(log_p)
    onehot = np.zeros_like(p)
    onehot[rows, y] = 1.0
    # mistake last-sample-only: onehot[-1, y[-1]] = 1.0
    dz = (p - onehot) / n
    # mistake mean-missing: dz = p - onehot
    # mistake sign-flipped: dz = (onehot - p) / n
    # mistake onehot-not-subtracted: dz = p / n
    # mistake mean-over-classes: dz = (p - onehot) / z.size
    # mistake activation-slope-kept: dz = (p - onehot) * p * (1.0 - p) / n
    # mistake true-class-only: dz = (p - onehot) * onehot / n
    # mistake softmax-missing: dz = (z - onehot) / n
    # convention reduction-sum instead of reduction-mean: dz = p - onehot
    return loss, dz
