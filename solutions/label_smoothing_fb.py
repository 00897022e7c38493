"""Softmax cross-entropy with label smoothing: loss and gradient.

Conventions: logits z (N, C), integer labels y (N,); eps is spread over all C classes, the true
one included; natural logarithm; the loss is the mean over the N samples.
"""

import numpy as np


def label_smoothing_loss(z: np.ndarray, y: np.ndarray, eps: float) -> tuple[float, np.ndarray]:
    """Cross-entropy with smoothed labels, and its gradient with respect to the logits.

    L = −1/N Σ_n Σ_k q[n, k] · log p[n, k],  q = (1 − eps) · onehot(y) + eps/C,  p = softmax(z)

    z: logits (N, C), of any size, ±1000 included; y: integer labels (N,); eps: a number in [0, 1].
    Returns the loss (a number) and dz = ∂L/∂z (N, C).

    >>> loss, dz = label_smoothing_loss(np.zeros((1, 4)), np.array([2]), eps=0.2)
    >>> round(float(loss), 4), dz.round(4).tolist()
    (1.3863, [[0.2, 0.2, -0.6, 0.2]])
    """
    n, c = z.shape
    rows = np.arange(n)
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - z.max()
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake normaliser-log-forgotten: log_p = shifted - np.sum(np.exp(shifted), axis=1, keepdims=True)
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))

    # Every class gets an equal share of eps; the rest of the mass stays with the label.
    q = np.full((n, c), eps / c)
    # mistake smoothing-over-others/all: q = np.full((n, c), eps / (c - 1))
    # mistake share-not-divided: q = np.full((n, c), eps)
    # mistake uniform-share-missing: q = np.zeros((n, c))
    # mistake share-by-batch: q = np.full((n, c), eps / n)
    q[rows, y] += 1.0 - eps
    # mistake smoothing-over-others/all: q[rows, y] = 1.0 - eps
    # mistake share-of-true-class-missing: q[rows, y] = 1.0 - eps
    # mistake label-mass-not-reduced: q[rows, y] += 1.0
    # mistake label-mass-not-reduced: q[rows, y] = 1.0
    # mistake coefficients-swapped: q[rows, y] += eps
    # mistake broadcast-over-rows: q[:, y] += 1.0 - eps
    loss = -np.sum(q * log_p) / n
    # mistake loss-mean-missing: loss = -np.sum(q * log_p)
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(q * log_p)
    # mistake uniform-share-missing: loss = -(1.0 - eps) * np.sum(log_p[rows, y]) / n
    # mistake sign-flipped: loss = np.sum(q * log_p) / n
    # mistake mean-over-classes: loss = -np.mean(q * log_p)
    # mistake label-unsmoothed: loss = -np.sum(log_p[rows, y]) / n
    # mistake true-class-only: loss = -np.sum((q * log_p)[rows, y]) / n
    # mistake probability-not-log: loss = -np.sum(q * np.exp(log_p)) / n
    # mistake target-entropy-subtracted: loss = np.sum(np.where(q > 0, q * (np.log(np.where(q > 0, q, 1.0)) - log_p), 0.0)) / n
    dz = (np.exp(log_p) - q) / n
    # mistake label-unsmoothed: dz = (np.exp(log_p) - np.eye(c)[y]) / n
    # mistake uniform-share-missing: dz = (np.exp(log_p) - (1.0 - eps) * np.eye(c)[y]) / n
    # mistake mean-missing: dz = np.exp(log_p) - q
    # convention reduction-sum instead of reduction-mean: dz = np.exp(log_p) - q
    # mistake sign-flipped: dz = (q - np.exp(log_p)) / n
    # mistake onehot-not-subtracted: dz = np.exp(log_p) / n
    # mistake mean-over-classes: dz = (np.exp(log_p) - q) / z.size
    # mistake label-term-sign: dz = (np.exp(log_p) + q) / n
    # mistake log-for-probability: dz = (log_p - q) / n
    return loss, dz
