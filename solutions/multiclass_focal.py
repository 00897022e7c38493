"""Focal loss over C classes: loss and gradient.

Conventions: logits z (N, C), integer labels y (N,); natural logarithm; the loss is the mean over
the N samples; no class weights.
"""

import numpy as np


def focal_ce(z: np.ndarray, y: np.ndarray, gamma: float = 2.0) -> tuple[float, np.ndarray]:
    """Focal loss of a batch of logits, and its gradient with respect to them.

    L = −1/N Σ_n (1 − p_t)^γ · log p_t, where p_t is the softmax probability of the true class y_n

    z: logits (N, C); y: labels (N,), integers from 0 to C − 1; gamma: 0, which is plain
    cross-entropy, or at least 1. Returns the loss (a number) and dz = ∂L/∂z (N, C).

    >>> loss, dz = focal_ce(np.log([[1.0, 1.0, 2.0]]), np.array([2]), gamma=1.0)
    >>> round(float(loss), 4), dz.round(4).tolist()
    (0.3466, [[0.2116, 0.2116, -0.4233]])
    """
    n = z.shape[0]
    rows = np.arange(n)
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - z.max()
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.exp(shifted).sum(axis=0, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True))
    p = np.exp(log_p)
    log_pt = log_p[rows, y]
    # mistake prediction-for-label: log_pt = log_p.max(axis=1)
    pt = np.exp(log_pt)
    rest = 1.0 - pt
    # mistake complement-missing: rest = pt
    factor = rest**gamma
    # mistake focusing-factor-missing: factor = np.ones_like(rest)
    # mistake gamma-multiplied: factor = gamma * rest
    loss = -np.sum(factor * log_pt) / n
    # mistake loss-mean-missing: loss = -np.sum(factor * log_pt)
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(factor * log_pt)
    # mistake sign-flipped: loss = np.sum(factor * log_pt) / n
    # mistake log-base-two: loss = -np.sum(factor * log_pt) / np.log(2.0) / n
    # mistake all-classes-counted: loss = -np.sum((1.0 - p) ** gamma * log_p) / n
    # mistake averaged-over-classes: loss = -np.sum(factor * log_pt) / z.size
    # mistake divided-by-factors: loss = -np.sum(factor * log_pt) / np.sum(factor)

    # ∂p_t/∂z_k = p_t·(1[k = y] − p_k), and both factors of the loss depend on p_t.
    slope = factor - gamma * pt * rest ** (gamma - 1.0) * log_pt
    # mistake factor-held-constant: slope = factor
    # mistake cross-entropy-term-missing: slope = -gamma * pt * rest ** (gamma - 1.0) * log_pt
    # mistake power-off-by-one: slope = factor - gamma * pt * rest**gamma * log_pt
    # mistake sign-flipped: slope = factor + gamma * pt * rest ** (gamma - 1.0) * log_pt
    # mistake inner-derivative-missing: slope = factor - gamma * rest ** (gamma - 1.0) * log_pt
    # mistake exponent-factor-missing: slope = factor - pt * rest ** (gamma - 1.0) * log_pt
    # mistake focusing-factor-missing: slope = np.ones_like(pt)
    dz = p.copy()
    dz[rows, y] -= 1.0
    # mistake onehot-not-subtracted: pass
    # mistake true-class-only:
    #     dz = np.zeros_like(p)
    #     dz[rows, y] = p[rows, y] - 1.0
    # mistake onehot-minus-p-missing:
    #     dz = np.zeros_like(p)
    #     dz[rows, y] = -1.0
    # mistake sign-flipped: dz = -p; dz[rows, y] += 1.0
    dz = slope[:, None] * dz / n
    # mistake mean-missing: dz = slope[:, None] * dz
    # convention reduction-sum instead of reduction-mean: dz = slope[:, None] * dz
    # mistake averaged-over-classes: dz = slope[:, None] * dz / z.size
    # mistake factor-moves-true-class-only: dz = (factor[:, None] * dz + np.eye(z.shape[1])[y] * (gamma * pt * rest**gamma * log_pt)[:, None]) / n
    # mistake slope-by-class: dz = ((1.0 - p) ** gamma - gamma * p * (1.0 - p) ** (gamma - 1.0) * log_p) * dz / n
    return loss, dz
