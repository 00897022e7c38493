"""Softmax cross-entropy with a weight for each class: loss and gradient.

Conventions: logits z (N, C), integer labels y (N,), class weights w (C,); natural logarithm; the
loss is the weighted mean, divided by the sum of the weights of the batch's samples (as in torch).
"""

import numpy as np


def weighted_softmax_loss(z: np.ndarray, y: np.ndarray, w: np.ndarray) -> tuple[float, np.ndarray]:
    """Softmax cross-entropy with class weights, and its gradient with respect to the logits.

    L = −Σ_n w[y_n]·log p[n, y_n] / Σ_n w[y_n],  p[n, c] = exp(z[n, c]) / Σ_k exp(z[n, k])

    z: logits (N, C), of any size, ±1000 included; y: integer labels (N,) in 0 … C−1; w: weights of
    the classes (C,), above 0. Returns the loss (a number) and dz = ∂L/∂z (N, C).

    >>> z, y = np.log([[3.0, 1.0], [1.0, 1.0]]), np.array([0, 1])
    >>> loss, dz = weighted_softmax_loss(z, y, np.array([1.0, 3.0]))
    >>> round(float(loss), 4), dz.round(4).tolist()
    (0.5918, [[-0.0625, 0.0625], [0.375, -0.375]])
    """
    n = z.shape[0]
    rows = np.arange(n)
    # The weight goes by the label, so it is known before z: a constant of the derivative.
    weights = w[y]
    # mistake class-weights-ignored/both: weights = np.ones(n)
    # mistake weight-of-predicted-class/both: weights = w[z.argmax(axis=1)]
    # mistake class-weights-inverted/both: weights = 1.0 / w[y]
    # mistake label-for-weight/both: weights = y + 1.0
    # mistake root-taken/both: weights = np.sqrt(w[y])
    total = weights.sum()
    # mistake weight-sum-over-classes/both: total = w.sum()
    # mistake weight-of-predicted-class/sum: total = w[z.argmax(axis=1)].sum()
    # mistake largest-weight-for-sum/both: total = w.max()
    # mistake mean-weight-for-sum/both: total = weights.mean()
    # mistake squared-weights-summed: total = (weights**2).sum()

    # Softmax does not change when a row is shifted; with the largest logit at 0, exp cannot overflow.
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake softmax-axis/batch: shifted = z - z.max(axis=0, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - z.max()
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis/batch: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake normalisation-missing: log_p = shifted
    # mistake normaliser-log-forgotten: log_p = shifted - np.sum(np.exp(shifted), axis=1, keepdims=True)
    # mistake weights-on-logits: log_p = w * shifted - np.log(np.sum(np.exp(w * shifted), axis=1, keepdims=True))
    # mistake weights-in-normaliser: log_p = shifted - np.log(np.sum(w * np.exp(shifted), axis=1, keepdims=True))
    loss = -np.sum(weights * log_p[rows, y]) / total
    # convention reduction-mean instead of weights-normalised: loss = -np.sum(weights * log_p[rows, y]) / n
    # convention reduction-sum instead of weights-normalised: loss = -np.sum(weights * log_p[rows, y])
    # mistake batch-size-for-weight-sum: loss = -np.sum(weights * log_p[rows, y]) / n
    # mistake loss-mean-missing: loss = -np.sum(weights * log_p[rows, y])
    # mistake class-weights-ignored: loss = -np.mean(log_p[rows, y])
    # mistake class-weights-ignored: loss = -np.sum(log_p[rows, y]) / total
    # mistake sign-flipped: loss = np.sum(weights * log_p[rows, y]) / total
    # mistake mean-twice: loss = -np.mean(weights * log_p[rows, y]) / total
    # mistake all-classes-counted: loss = -np.sum(w * log_p) / total
    # mistake prediction-for-label: loss = -np.sum(weights * log_p.max(axis=1)) / total
    # mistake probability-not-log: loss = -np.sum(weights * np.exp(log_p[rows, y])) / total
    # mistake log-base-two: loss = -np.sum(weights * log_p[rows, y]) / np.log(2.0) / total
    # mistake last-sample-only: loss = -weights[-1] * log_p[-1, y[-1]] / total
    # mistake loop-one-short: loss = -np.sum((weights * log_p[rows, y])[:-1]) / total
    # mistake weight-sum-over-classes: loss = -np.sum(weights * log_p[rows, y]) / w.sum()
    # mistake normalised-by-both: loss = -np.sum(weights * log_p[rows, y]) / (total * w.sum())

    p = np.exp(log_p)
    onehot = np.zeros_like(p)
    onehot[rows, y] = 1.0
    # mistake broadcast-over-rows: onehot[:, y] = 1.0
    share = weights / total
    # convention reduction-mean instead of weights-normalised: share = weights / n
    # convention reduction-sum instead of weights-normalised: share = 1.0 * weights
    # mistake batch-size-for-weight-sum: share = weights / n
    # mistake mean-missing: share = 1.0 * weights
    # mistake class-weights-ignored: share = np.ones(n) / n
    # mistake class-weights-ignored: share = np.ones(n) / total
    # mistake mean-twice: share = weights / total / n
    # mistake weight-sum-over-classes: share = weights / w.sum()
    # mistake shares-multiplied-by-weights: share = weights**2 / total
    dz = share[:, None] * (p - onehot)
    # mistake weights-by-column: dz = w * (p - onehot) / total
    # mistake weight-on-label-term-only: dz = (p - weights[:, None] * onehot) / total
    # mistake weight-on-label-term-only: dz = p / n - share[:, None] * onehot
    # mistake weight-on-probability-only: dz = (weights[:, None] * p - onehot) / total
    # mistake onehot-not-subtracted: dz = share[:, None] * p
    # mistake sign-flipped: dz = share[:, None] * (onehot - p)
    # mistake true-class-only: dz = share[:, None] * (p - onehot) * onehot
    # mistake activation-slope-kept: dz = share[:, None] * (p - onehot) * p * (1.0 - p)
    # mistake log-for-probability: dz = share[:, None] * (log_p - onehot)
    # mistake softmax-missing: dz = share[:, None] * (z - onehot)
    # mistake label-term-sign: dz = share[:, None] * (p + onehot)
    return loss, dz
