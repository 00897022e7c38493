"""Binary focal loss on logits: loss and gradient.

Conventions: logits z and labels y ∈ {0, 1} (N,); alpha weights the positives, 1 − alpha the
negatives; natural logarithm; the loss is the mean over the N samples.
"""

import numpy as np


def focal_loss(
    z: np.ndarray, y: np.ndarray, gamma: float = 2.0, alpha: float = 0.25
) -> tuple[float, np.ndarray]:
    """Focal loss of a batch of logits, and its gradient with respect to them.

    L = −1/N Σ_n α_t · (1 − p_t)^γ · log p_t
    with p_t = σ(z) and α_t = alpha where y = 1, p_t = 1 − σ(z) and α_t = 1 − alpha where y = 0.

    z: logits (N,), of any size, ±1000 included; y: labels (N,), 0 or 1; gamma ≥ 0 and alpha in
    [0, 1]: numbers. Returns the loss (a number) and dz = ∂L/∂z (N,).

    >>> loss, dz = focal_loss(np.array([0.0, 0.0]), np.array([1, 0]), gamma=1.0, alpha=0.5)
    >>> round(float(loss), 4), dz.round(4).tolist()
    (0.1733, [-0.1058, 0.1058])
    """
    n = z.shape[0]
    positive = y == 1
    alpha_t = np.where(positive, alpha, 1.0 - alpha)
    # mistake coefficients-swapped: alpha_t = np.where(positive, 1.0 - alpha, alpha)
    # mistake balance-on-all: alpha_t = np.where(positive, alpha, alpha)
    # mistake balance-on-positives-only: alpha_t = np.where(positive, alpha, 1.0)
    # mistake alpha-dropped: alpha_t = np.where(positive, 1.0, 1.0)

    # The negatives are the positives of −z, so that one formula serves both.
    sign = np.where(positive, 1.0, -1.0)
    # mistake labels-swapped: sign = np.where(positive, -1.0, 1.0)
    # mistake label-ignored: sign = np.where(positive, 1.0, 1.0)
    s = sign * z
    log_p = np.minimum(s, 0.0) - np.log1p(np.exp(-np.abs(s)))
    # mistake exp-overflows: log_p = -np.log(1.0 + np.exp(-s))
    log_rest = log_p - s  # log(1 − p_t)
    p, rest = np.exp(log_p), np.exp(log_rest)
    factor = np.exp(gamma * log_rest)
    # mistake complement-missing: factor = np.exp(gamma * log_p)
    # mistake focusing-factor-missing: factor = np.ones_like(rest)
    # mistake decay-multiplied-not-powered: factor = gamma * rest
    # mistake label-ignored: factor = (1.0 - np.exp(np.minimum(z, 0.0) - np.log1p(np.exp(-np.abs(z))))) ** gamma
    loss = -np.sum(alpha_t * factor * log_p) / n
    # mistake loss-mean-missing: loss = -np.sum(alpha_t * factor * log_p)
    # convention reduction-sum instead of reduction-mean: loss = -np.sum(alpha_t * factor * log_p)
    # mistake sign-flipped: loss = np.sum(alpha_t * factor * log_p) / n
    # mistake negative-term-dropped: loss = -np.sum(y * alpha_t * factor * log_p) / n
    # mistake divided-by-weights: loss = -np.sum(alpha_t * factor * log_p) / np.sum(alpha_t)
    # mistake log-base-two: loss = -np.sum(alpha_t * factor * log_p) / np.log(2.0) / n

    # The modulating factor depends on s as well: the product rule has two terms.
    ds = alpha_t * factor * (gamma * p * log_p - rest) / n
    # mistake factor-held-constant: ds = alpha_t * factor * (-rest) / n
    # mistake second-term-missing: ds = alpha_t * factor * gamma * p * log_p / n
    # mistake mean-missing: ds = alpha_t * factor * (gamma * p * log_p - rest)
    # convention reduction-sum instead of reduction-mean: ds = alpha_t * factor * (gamma * p * log_p - rest)
    # mistake power-off-by-one: ds = alpha_t * factor * (gamma * log_p - rest) / n
    # mistake sign-flipped: ds = alpha_t * factor * (-gamma * p * log_p - rest) / n
    # mistake inner-derivative-missing: ds = alpha_t * factor * (gamma * log_p / np.maximum(rest, 1e-9) - 1.0 / np.maximum(p, 1e-9)) / n
    # mistake alpha-dropped: ds = factor * (gamma * p * log_p - rest) / n
    # mistake focusing-factor-missing: ds = -alpha_t * rest / n
    dz = sign * ds
    # mistake label-term-sign: dz = ds
    # mistake sign-flipped: dz = -sign * ds
    return loss, dz
