"""Softmax cross-entropy with soft targets and a temperature: loss and gradient.

Conventions: logits z and targets q (N, C), q ≥ 0 with rows of any sum; natural logarithm; the
loss is the mean over the N samples and is not multiplied by T².
"""

import numpy as np


def soft_cross_entropy(z: np.ndarray, q: np.ndarray, T: float = 1.0) -> tuple[float, np.ndarray]:
    """Cross-entropy between the targets q and softmax(z/T), and its gradient.

    L = −1/N Σ_n Σ_k q[n, k] · log p[n, k],  p = softmax(z/T)

    z: logits (N, C), of any size, ±1000 included; q: targets (N, C), whose rows need not sum to 1;
    T: the temperature, a number > 0. Returns the loss (a number) and dz = ∂L/∂z (N, C).

    >>> loss, dz = soft_cross_entropy(np.zeros((1, 2)), np.array([[0.5, 1.5]]), T=2.0)
    >>> round(float(loss), 4), dz.tolist()
    (1.3863, [[0.25, -0.25]])
    """
    n = z.shape[0]
    scaled = z / T
    # mistake temperature-ignored: scaled = z
    # mistake temperature-multiplied: scaled = z * T
    shifted = scaled - scaled.max(axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = scaled
    # mistake max-whole-batch: shifted = scaled - scaled.max()
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake normaliser-log-forgotten: log_p = shifted - np.sum(np.exp(shifted), axis=1, keepdims=True)
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake temperature-after-softmax: log_p = (z - z.max(axis=1, keepdims=True) - np.log(np.sum(np.exp(z - z.max(axis=1, keepdims=True)), axis=1, keepdims=True))) / T
    loss = -np.sum(q * log_p) / n
    # mistake loss-mean-missing: loss = -np.sum(q * log_p)
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(q * log_p)
    # mistake sign-flipped: loss = np.sum(q * log_p) / n
    # mistake mean-over-classes: loss = -np.mean(q * log_p)
    # mistake hard-for-soft: loss = -np.sum(log_p[np.arange(n), q.argmax(axis=1)]) / n
    # mistake divergence-direction: loss = -np.sum(np.exp(log_p) * np.log(q + 1e-12)) / n
    # mistake divided-by-target-sum: loss = -np.sum(q * log_p) / np.sum(q)
    # mistake targets-normalised/both: loss = -np.sum(q / np.sum(q, axis=1, keepdims=True) * log_p) / n

    # The normaliser does not depend on k, so all of the row's targets multiply its gradient p.
    mass = np.sum(q, axis=1, keepdims=True)
    # mistake target-sum-assumed: mass = 1.0
    # mistake sum-axis: mass = np.sum(q, axis=0, keepdims=True)
    dz = (mass * np.exp(log_p) - q) / (T * n)
    # mistake inner-derivative-missing: dz = (mass * np.exp(log_p) - q) / n
    # mistake mean-missing: dz = (mass * np.exp(log_p) - q) / T
    # convention reduction-sum instead of reduction-mean: dz = (mass * np.exp(log_p) - q) / T
    # mistake sign-flipped: dz = (q - mass * np.exp(log_p)) / (T * n)
    # mistake temperature-multiplied: dz = (mass * np.exp(log_p) - q) * T / n
    # mistake onehot-not-subtracted: dz = mass * np.exp(log_p) / (T * n)
    # mistake mean-over-classes: dz = (mass * np.exp(log_p) - q) / (T * z.size)
    # mistake hard-for-soft: dz = (np.exp(log_p) - np.eye(z.shape[1])[q.argmax(axis=1)]) / (T * n)
    # mistake targets-normalised/both: dz = (np.exp(log_p) - q / mass) / (T * n)
    return loss, dz
