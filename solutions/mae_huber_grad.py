"""Robust regression losses: mean absolute error and Huber, with gradients.

Conventions: r = yhat − y; both losses are means over the N samples; Huber has the factor ½; the
gradient of |r| at 0 is 0.
"""

import numpy as np


def mae_loss(yhat: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    """Mean absolute error, L = 1/N Σ |yhat − y|, and its gradient.

    yhat, y: (N,). Returns the loss (a number) and dyhat = ∂L/∂yhat (N,).

    >>> loss, dyhat = mae_loss(np.array([3.0, 1.0]), np.array([1.0, 1.0]))
    >>> float(loss), dyhat.tolist()
    (1.0, [0.5, 0.0])
    """
    r = yhat - y
    loss = np.mean(np.abs(r))
    # mistake sum-for-mean: loss = np.sum(np.abs(r))
    # mistake abs-missing: loss = np.mean(r)
    # convention reduction-sum instead of reduction-mean: loss = np.sum(np.abs(r))
    dyhat = np.sign(r) / r.shape[0]
    # mistake mean-missing: dyhat = np.sign(r)
    # mistake sign-flipped: dyhat = -np.sign(r) / r.shape[0]
    # mistake sign-missing: dyhat = np.ones(r.shape) / r.shape[0]
    # mistake slope-at-kink: dyhat = np.where(r > 0, 1.0, -1.0) / r.shape[0]
    # mistake slope-at-kink: dyhat = np.where(r >= 0, 1.0, -1.0) / r.shape[0]
    # mistake value-for-derivative: dyhat = r / r.shape[0]
    # convention reduction-sum instead of reduction-mean: dyhat = np.sign(r)
    return loss, dyhat


def huber_loss(yhat: np.ndarray, y: np.ndarray, delta: float) -> tuple[float, np.ndarray]:
    """Huber loss, quadratic for small errors and linear for large ones, and its gradient.

    L = 1/N Σ h(yhat − y),  h(r) = ½r² where |r| ≤ delta, else delta·(|r| − ½·delta)

    yhat, y: (N,); delta: a number > 0. Returns the loss (a number) and dyhat = ∂L/∂yhat (N,).

    >>> loss, dyhat = huber_loss(np.array([4.0, 1.5]), np.array([0.0, 1.0]), 1.0)
    >>> float(loss), dyhat.tolist()
    (1.8125, [0.5, 0.25])
    """
    r = yhat - y
    small = np.abs(r) <= delta
    # mistake branches-swapped: small = np.abs(r) > delta
    # mistake abs-missing: small = r <= delta
    # mistake huber-threshold-ignored: small = np.abs(r) <= 1.0
    # mistake huber-threshold-squared: small = r**2 <= delta
    loss = np.mean(np.where(small, 0.5 * r**2, delta * (np.abs(r) - 0.5 * delta)))
    # mistake huber-offset-without-delta: loss = np.mean(np.where(small, 0.5 * r**2, delta * (np.abs(r) - 0.5)))
    # mistake huber-offset-forgotten: loss = np.mean(np.where(small, 0.5 * r**2, delta * np.abs(r)))
    # mistake huber-delta-forgotten/both: loss = np.mean(np.where(small, 0.5 * r**2, np.abs(r) - 0.5))
    # mistake huber-delta-forgotten: loss = np.mean(np.where(small, 0.5 * r**2, np.abs(r) - 0.5 * delta))
    # mistake half-dropped: loss = np.mean(np.where(small, r**2, delta * (np.abs(r) - 0.5 * delta)))
    # mistake half-dropped: loss = np.mean(np.where(small, 0.5 * r**2, delta * (np.abs(r) - delta)))
    # mistake abs-missing: loss = np.mean(np.where(small, 0.5 * r**2, delta * (r - 0.5 * delta)))
    # mistake huber-branch-ignored: loss = np.mean(0.5 * r**2)
    # mistake sum-for-mean: loss = np.sum(np.where(small, 0.5 * r**2, delta * (np.abs(r) - 0.5 * delta)))
    # convention reduction-sum instead of reduction-mean: loss = np.sum(np.where(small, 0.5 * r**2, delta * (np.abs(r) - 0.5 * delta)))
    # convention smooth-l1 instead of huber-half: loss = np.mean(np.where(small, 0.5 * r**2, delta * (np.abs(r) - 0.5 * delta))) / delta
    dyhat = np.where(small, r, delta * np.sign(r)) / r.shape[0]
    # mistake huber-delta-forgotten/both: dyhat = np.where(small, r, np.sign(r)) / r.shape[0]
    # mistake huber-delta-forgotten: dyhat = np.where(small, r, np.sign(r)) / r.shape[0]
    # mistake sign-missing: dyhat = np.where(small, r, delta) / r.shape[0]
    # mistake mean-missing: dyhat = np.where(small, r, delta * np.sign(r))
    # mistake sign-flipped: dyhat = -np.where(small, r, delta * np.sign(r)) / r.shape[0]
    # mistake half-kept: dyhat = np.where(small, 0.5 * r, delta * np.sign(r)) / r.shape[0]
    # mistake factor-two-added: dyhat = np.where(small, 2.0 * r, delta * np.sign(r)) / r.shape[0]
    # mistake huber-branch-ignored: dyhat = r / r.shape[0]
    # convention reduction-sum instead of reduction-mean: dyhat = np.where(small, r, delta * np.sign(r))
    # convention smooth-l1 instead of huber-half: dyhat = np.where(small, r, delta * np.sign(r)) / r.shape[0] / delta
    return loss, dyhat
