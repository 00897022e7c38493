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
    # mistake softmax-axis/batch: shifted = z - z.max(axis=0, keepdims=True)
    # mistake normaliser-whole-batch/batch: shifted = z - z.max()
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - z.max()
    # mistake minimum-for-maximum: shifted = z - z.min(axis=1, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis/batch: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake normaliser-whole-batch/batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake normalisation-missing: log_p = shifted
    # mistake normaliser-log-forgotten: log_p = shifted - np.sum(np.exp(shifted), axis=1, keepdims=True)
    # mistake mean-for-sum: log_p = shifted - np.log(np.mean(np.exp(shifted), axis=1, keepdims=True))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=(0, 1), keepdims=True))
    loss = -np.sum(log_p[rows, y]) / n
    # mistake loss-mean-missing: loss = -np.sum(log_p[rows, y])
    # mistake sign-flipped: loss = np.sum(log_p[rows, y]) / n
    # mistake probability-not-log: loss = -np.sum(np.exp(log_p[rows, y])) / n
    # mistake mean-over-classes: loss = -np.sum(log_p[rows, y]) / z.size
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(log_p[rows, y])
    # mistake prediction-for-label: loss = -np.sum(log_p.max(axis=1)) / n
    # mistake log-base-two: loss = -np.sum(log_p[rows, y]) / np.log(2.0) / n
    # mistake log-base-ten: loss = -np.sum(log_p[rows, y]) / np.log(10.0) / n
    # mistake all-classes-counted: loss = -np.sum(log_p) / n
    # mistake normalisation-missing: loss = -np.sum(shifted[rows, y]) / n
    # mistake last-sample-only: loss = -log_p[-1, y[-1]] / n
    # mistake last-sample-only: loss = -log_p[-1, y[-1]]
    # mistake first-sample-only: loss = -log_p[0, y[0]]
    # mistake loop-one-short: loss = -np.sum(log_p[rows, y][:-1]) / n
    # mistake loop-one-short: loss = -np.sum(log_p[rows, y][1:]) / n
    # mistake complement-taken: loss = -np.sum(np.log1p(-np.exp(log_p[rows, y]))) / n
    # mistake mean-for-sum: loss = -np.mean(log_p[rows, y]) / n
    # mistake loss-of-gradient: loss = np.mean((1.0 - np.exp(log_p[rows, y])) / n)
    # convention reduction-mean-all instead of reduction-mean: loss = -np.sum(log_p[rows, y]) / z.size

    p = np.exp(log_p)
    onehot = np.zeros_like(p)
    onehot[rows, y] = 1.0
    # mistake label-of-one-sample: onehot[-1, y[-1]] = 1.0
    # mistake label-column-first: onehot[:, 0] = 1.0
    # mistake label-term-sign: onehot[rows, y] = -1.0
    # mistake broadcast-over-rows: onehot[:, y] = 1.0
    # mistake label-of-one-sample: onehot[0, y[0]] = 1.0
    dz = (p - onehot) / n
    # mistake mean-missing: dz = p - onehot
    # mistake sign-flipped: dz = (onehot - p) / n
    # mistake onehot-not-subtracted: dz = p / n
    # mistake mean-over-classes: dz = (p - onehot) / z.size
    # mistake activation-slope-kept: dz = (p - onehot) * p * (1.0 - p) / n
    # mistake true-class-only: dz = (p - onehot) * onehot / n
    # mistake softmax-missing: dz = (z - onehot) / n
    # convention reduction-sum instead of reduction-mean: dz = p - onehot
    # mistake label-term-sign: dz = (p + onehot) / n
    # mistake mean-twice: dz = (p - onehot) / n**2
    # mistake mean-over-features-only: dz = (p - onehot) / z.shape[1]
    # mistake activation-slope-kept: dz = (p - onehot) * p / n
    # mistake log-for-probability: dz = (log_p - onehot) / n
    # mistake true-class-only: dz = -onehot * (1.0 - p) / n
    # mistake true-class-only: dz = -onehot / n
    # mistake normalisation-missing: dz = (np.exp(shifted) - onehot) / n
    # mistake first-sample-only: dz = (p - onehot) * (rows == 0)[:, None] / n
    # mistake loop-one-short: dz = (p - onehot) * (rows > 0)[:, None] / n
    # mistake loop-one-short: dz = (p - onehot) * (rows < n - 1)[:, None] / n
    # mistake inner-derivative-missing: dz = -onehot / p / n
    # mistake mean-of-one-summand: dz = p / n - onehot
    # convention reduction-mean-all instead of reduction-mean: dz = (p - onehot) / z.size
    return loss, dz
