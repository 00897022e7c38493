"""Binary cross-entropy on logits with a weight on the positive class: loss and gradient.

Conventions: logits z (N,), targets y (N,) in [0, 1] (soft targets are legal); natural logarithm;
the loss is the mean over the N samples, also when pos_weight is not 1 (as torch does).
"""

import numpy as np


def bce_with_logits(
    z: np.ndarray, y: np.ndarray, pos_weight: float = 1.0
) -> tuple[float, np.ndarray]:
    """Binary cross-entropy of a batch of logits, and its gradient with respect to them.

    L = −1/N Σ_n [ pos_weight · y_n · log σ(z_n) + (1 − y_n) · log(1 − σ(z_n)) ]

    z: logits (N,), of any size, ±1000 included; y: targets (N,); pos_weight: a number > 0.
    Returns the loss (a number) and dz = ∂L/∂z (N,).

    >>> loss, dz = bce_with_logits(np.array([0.0, 0.0]), np.array([1.0, 0.0]), pos_weight=3.0)
    >>> round(float(loss), 4), dz.tolist()
    (1.3863, [-0.75, 0.25])
    """
    n = z.shape[0]
    # mistake complement-taken: n, z = z.shape[0], -z
    on_positive, on_negative = pos_weight * y, 1.0 - y
    # mistake pos-weight-on-negatives: on_positive, on_negative = y, pos_weight * (1.0 - y)
    # mistake pos-weight-on-all: on_positive, on_negative = pos_weight * y, pos_weight * (1.0 - y)
    # mistake pos-weight-ignored: on_positive, on_negative = y, 1.0 - y
    # mistake negative-term-dropped: on_positive, on_negative = pos_weight * y, 0.0 * y
    # mistake positive-term-dropped: on_positive, on_negative = 0.0 * y, 1.0 - y
    # mistake pos-weight-on-target-only/both: on_positive, on_negative = pos_weight * y, 1.0 - pos_weight * y
    # mistake complement-missing: on_positive, on_negative = pos_weight * y, y

    # −log(1 − σ(z)) = log(1 + e^z), and −log σ(z) is the same less z. Only exp of a
    # negative number is taken, so nothing overflows and no logarithm of 0 arises.
    softplus = np.maximum(z, 0.0) + np.log1p(np.exp(-np.abs(z)))
    # mistake exp-overflows: softplus = np.log(1.0 + np.exp(z))
    loss = np.sum(on_positive * (softplus - z) + on_negative * softplus) / n
    # mistake loss-mean-missing: loss = np.sum(on_positive * (softplus - z) + on_negative * softplus)
    # mistake sign-flipped: loss = -np.sum(on_positive * (softplus - z) + on_negative * softplus) / n
    # mistake labels-swapped: loss = np.sum(on_positive * softplus + on_negative * (softplus - z)) / n
    # mistake divided-by-weights: loss = np.sum(on_positive * (softplus - z) + on_negative * softplus) / np.sum(on_positive + on_negative)
    # convention reduction-sum instead of reduction-mean: loss = np.sum(on_positive * (softplus - z) + on_negative * softplus)
    # mistake pos-weight-ignored: loss = np.sum(y * (softplus - z) + (1.0 - y) * softplus) / n
    # mistake pos-weight-on-all: loss = pos_weight * np.sum(y * (softplus - z) + (1.0 - y) * softplus) / n
    # mistake pos-weight-on-negatives: loss = np.sum(y * (softplus - z) + pos_weight * (1.0 - y) * softplus) / n
    # mistake negative-term-dropped: loss = np.sum(on_positive * (softplus - z)) / n
    # mistake positive-term-dropped: loss = np.sum(on_negative * softplus) / n
    # mistake soft-target-rounded: loss = np.sum(np.where(y > 0.5, pos_weight * (softplus - z), softplus)) / n
    # mistake loss-halved: loss = 0.5 * np.sum(on_positive * (softplus - z) + on_negative * softplus) / n
    # mistake sign-flipped: loss = np.sum(on_positive * (softplus - z) - on_negative * softplus) / n
    # mistake relu-term-dropped: loss = np.sum(on_positive * (softplus - z) + on_negative * softplus - np.maximum(z, 0.0)) / n
    # mistake last-sample-only: loss = (on_positive * (softplus - z) + on_negative * softplus)[-1] / n
    # convention weights-normalised instead of reduction-mean: loss = np.sum(on_positive * (softplus - z) + on_negative * softplus) / np.sum(on_positive + on_negative)
    # mistake log-of-zero: loss = -np.sum(on_positive * np.log(1.0 / (1.0 + np.exp(-z))) + on_negative * np.log(1.0 - 1.0 / (1.0 + np.exp(-z)))) / n
    # mistake log-of-zero: loss = -np.sum(on_positive * np.log(np.exp(z - softplus)) + on_negative * np.log(1.0 - np.exp(z - softplus))) / n
    # mistake weight-by-hard-label: loss = np.sum(np.where(y == 1, pos_weight, 1.0) * (y * (softplus - z) + (1.0 - y) * softplus)) / n
    # mistake weight-by-hard-label: loss = np.sum(np.where(y > 0.5, pos_weight, 1.0) * (y * (softplus - z) + (1.0 - y) * softplus)) / n

    p = np.exp(z - softplus)  # σ(z) = e^z / (1 + e^z)
    # mistake complement-taken: p = np.exp(-softplus)
    dz = (on_negative * p - on_positive * (1.0 - p)) / n
    # mistake mean-missing: dz = on_negative * p - on_positive * (1.0 - p)
    # mistake sign-flipped: dz = (on_positive * (1.0 - p) - on_negative * p) / n
    # mistake pos-weight-ignored: dz = (p - y) / n
    # mistake pos-weight-on-all: dz = pos_weight * (p - y) / n
    # mistake pos-weight-on-target-only: dz = (p - pos_weight * y) / n
    # mistake activation-slope-kept: dz = (on_negative * p - on_positive * (1.0 - p)) * p * (1.0 - p) / n
    # mistake divided-by-weights: dz = (on_negative * p - on_positive * (1.0 - p)) / np.sum(on_positive + on_negative)
    # mistake activation-missing: dz = (z - y) / n
    # convention reduction-sum instead of reduction-mean: dz = on_negative * p - on_positive * (1.0 - p)
    # mistake pos-weight-on-negatives: dz = (pos_weight * (1.0 - y) * p - y * (1.0 - p)) / n
    # mistake negative-term-dropped: dz = -on_positive * (1.0 - p) / n
    # mistake complement-missing: dz = (on_negative * p - on_positive * p) / n
    # mistake labels-swapped: dz = (y * p - pos_weight * (1.0 - y) * (1.0 - p)) / n
    # mistake positive-term-dropped: dz = on_negative * p / n
    # mistake onehot-not-subtracted: dz = p / n
    # mistake sign-flipped: dz = (on_negative * p + on_positive * (1.0 - p)) / n
    # mistake soft-target-rounded: dz = np.where(y > 0.5, -pos_weight * (1.0 - p), p) / n
    # mistake mean-twice: dz = (on_negative * p - on_positive * (1.0 - p)) / n**2
    # convention weights-normalised instead of reduction-mean: dz = (on_negative * p - on_positive * (1.0 - p)) / np.sum(on_positive + on_negative)
    # mistake weight-by-hard-label: dz = np.where(y == 1, pos_weight, 1.0) * (p - y) / n
    # mistake weight-by-hard-label: dz = np.where(y > 0.5, pos_weight, 1.0) * (p - y) / n
    return loss, dz
