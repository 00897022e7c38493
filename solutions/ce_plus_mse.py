"""Cross-entropy plus squared error on the probabilities, as one loss with one gradient.

Conventions: logits z (N, C), p = softmax(z); integer labels y (N,); soft targets t (N, C).
Cross-entropy is the mean over the N samples, the squared error the mean over all N·C elements,
without ½; it compares t with the probabilities p, not with the logits. Natural logarithm.
"""

import numpy as np


def ce_plus_mse(
    z: np.ndarray, y: np.ndarray, t: np.ndarray, lam: float
) -> tuple[float, np.ndarray]:
    """Cross-entropy plus λ times the squared error, and the gradient with respect to the logits.

    L = −1/N Σ_n log p[n, y_n] + λ/(N·C) Σ_{n,c} (p[n, c] − t[n, c])²,  p = softmax(z)

    z: logits (N, C); y: integer labels (N,); t: target probabilities (N, C); lam: λ ≥ 0.
    Returns the loss (a number) and dz = ∂L/∂z (N, C).

    >>> z, y, t = np.zeros((1, 2)), np.array([0]), np.array([[1.0, 0.0]])
    >>> loss, dz = ce_plus_mse(z, y, t, lam=2.0)
    >>> round(float(loss), 4), dz.tolist()
    (1.1931, [[-1.0, 1.0]])
    """
    n = z.shape[0]
    rows = np.arange(n)
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake softmax-axis/batch: shifted = z - z.max(axis=0, keepdims=True)
    # mistake normaliser-whole-batch/batch: shifted = z - z.max()
    # mistake max-not-subtracted: shifted = z
    # mistake minimum-for-maximum: shifted = z - z.min(axis=1, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis/batch: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    # mistake normaliser-whole-batch/batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    # mistake normaliser-whole-batch: log_p = shifted - np.log(np.sum(np.exp(shifted)))
    p = np.exp(log_p)

    error = p - t
    # mistake mse-on-logits/logits: error = z - t
    # mistake mse-on-logits: error = z - t
    # mistake sign-flipped: error = t - p
    ce = -np.sum(log_p[rows, y]) / n
    # mistake loss-mean-missing: ce = -np.sum(log_p[rows, y])
    # convention reduction-sum instead of reduction-mean: ce = -np.sum(log_p[rows, y])
    # mistake sign-flipped: ce = np.sum(log_p[rows, y]) / n
    # mistake probability-not-log: ce = -np.sum(np.exp(log_p[rows, y])) / n
    # mistake mean-over-classes: ce = -np.sum(log_p[rows, y]) / error.size
    # mistake prediction-for-label: ce = -np.sum(log_p.max(axis=1)) / n
    mse = np.sum(error**2) / error.size
    # convention mse-mean-batch instead of mse-mean-all: mse = np.sum(error**2) / n
    # convention reduction-sum instead of reduction-mean: mse = np.sum(error**2)
    # convention mse-half instead of mse-mean-all: mse = 0.5 * np.sum(error**2) / error.size
    # mistake loss-mean-missing: mse = np.sum(error**2)
    # mistake batch-mean-only: mse = np.sum(error**2) / n
    # mistake half-mixed: mse = 0.5 * np.sum(error**2) / error.size
    # mistake square-missing: mse = np.sum(np.abs(error)) / error.size
    # mistake root-taken: mse = np.sqrt(np.sum(error**2) / error.size)
    loss = ce + lam * mse
    # mistake lambda-missing/all: loss = ce + mse
    # mistake lambda-missing: loss = ce + mse
    # mistake lambda-on-first-term: loss = lam * ce + mse
    # mistake lambda-complement: loss = (1.0 - lam) * ce + lam * mse
    # mistake lambda-complement/all: loss = (1.0 - lam) * ce + lam * mse
    # mistake sign-flipped: loss = ce - lam * mse
    # mistake term-missing-in-loss: loss = ce

    onehot = np.zeros_like(p)
    onehot[rows, y] = 1.0
    dz_ce = (p - onehot) / n
    # mistake mean-missing: dz_ce = p - onehot
    # mistake sign-flipped: dz_ce = (onehot - p) / n
    # mistake onehot-not-subtracted: dz_ce = p / n
    # mistake mean-over-classes: dz_ce = (p - onehot) / error.size
    # convention reduction-sum instead of reduction-mean: dz_ce = p - onehot
    # mistake label-term-sign: dz_ce = (p + onehot) / n
    # mistake softmax-missing: dz_ce = (z - onehot) / n

    # The squared error sees p, so its gradient still has to pass through the softmax:
    # dz = Jᵀ dp with J = diag(p) − p pᵀ, row by row. In cross-entropy that factor has cancelled.
    dp = 2.0 * error / error.size
    # mistake mean-missing: dp = 2.0 * error
    # mistake factor-two-dropped: dp = error / error.size
    # mistake sign-flipped: dp = -2.0 * error / error.size
    # mistake batch-mean-only: dp = 2.0 * error / n
    # convention mse-mean-batch instead of mse-mean-all: dp = 2.0 * error / n
    # convention reduction-sum instead of reduction-mean: dp = 2.0 * error
    # convention mse-half instead of mse-mean-all: dp = error / error.size
    # mistake square-kept: dp = 2.0 * error**2 / error.size
    dz_mse = p * (dp - np.sum(dp * p, axis=1, keepdims=True))
    # mistake softmax-jacobian-missing: dz_mse = dp
    # mistake mse-on-logits/logits: dz_mse = dp
    # mistake jacobian-diagonal-only: dz_mse = dp * p * (1.0 - p)
    # mistake sum-axis: dz_mse = p * (dp - np.sum(dp * p, axis=0, keepdims=True))
    # mistake kronecker-term-lost: dz_mse = -p * np.sum(dp * p, axis=1, keepdims=True)
    # mistake softmax-centring-missing: dz_mse = p * dp
    # mistake off-diagonal-sign: dz_mse = p * (dp + np.sum(dp * p, axis=1, keepdims=True))
    # mistake softmax-weight-missing: dz_mse = dp - np.sum(dp * p, axis=1, keepdims=True)
    # mistake mean-for-sum: dz_mse = p * (dp - np.mean(dp * p, axis=1, keepdims=True))
    # mistake sum-axis: dz_mse = p * (dp - np.sum(dp * p))
    dz = dz_ce + lam * dz_mse
    # mistake lambda-missing: dz = dz_ce + dz_mse
    # mistake lambda-missing/all: dz = dz_ce + dz_mse
    # mistake second-term-missing: dz = dz_ce
    # mistake lambda-on-first-term: dz = lam * dz_ce + dz_mse
    # mistake lambda-complement: dz = (1.0 - lam) * dz_ce + lam * dz_mse
    # mistake lambda-complement/all: dz = (1.0 - lam) * dz_ce + lam * dz_mse
    # mistake sign-flipped: dz = dz_ce - lam * dz_mse
    # mistake jacobian-on-all-terms: dz = p * (dz_ce + lam * dp - np.sum((dz_ce + lam * dp) * p, axis=1, keepdims=True))
    # mistake first-term-missing: dz = lam * dz_mse
    return loss, dz
