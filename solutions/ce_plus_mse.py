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
    # mistake max-not-subtracted: shifted = z
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake log-of-zero: log_p = np.log(np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True))
    # mistake softmax-axis: log_p = shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))
    p = np.exp(log_p)

    error = p - t
    # mistake mse-on-logits/logits: error = z - t
    ce = -np.sum(log_p[rows, y]) / n
    # mistake loss-mean-missing: ce = -np.sum(log_p[rows, y])
    # convention reduction-sum instead of reduction-mean: ce = -np.sum(log_p[rows, y])
    mse = np.sum(error**2) / error.size
    # mistake batch-mean-only/all: mse = np.sum(error**2) / n
    # convention reduction-sum instead of reduction-mean: mse = np.sum(error**2)
    # convention mse-half instead of mse-mean-all: mse = 0.5 * np.sum(error**2) / error.size
    loss = ce + lam * mse
    # mistake lambda-missing/all: loss = ce + mse

    onehot = np.zeros_like(p)
    onehot[rows, y] = 1.0
    dz_ce = (p - onehot) / n
    # mistake mean-missing: dz_ce = p - onehot
    # mistake sign-flipped: dz_ce = (onehot - p) / n
    # mistake onehot-not-subtracted: dz_ce = p / n
    # mistake mean-over-classes: dz_ce = (p - onehot) / error.size
    # convention reduction-sum instead of reduction-mean: dz_ce = p - onehot

    # The squared error sees p, so its gradient still has to pass through the softmax:
    # dz = Jᵀ dp with J = diag(p) − p pᵀ, row by row. In cross-entropy that factor has cancelled.
    dp = 2.0 * error / error.size
    # mistake mean-missing: dp = 2.0 * error
    # mistake factor-two-dropped: dp = error / error.size
    # mistake sign-flipped: dp = -2.0 * error / error.size
    # mistake batch-mean-only: dp = 2.0 * error / n
    # mistake batch-mean-only/all: dp = 2.0 * error / n
    # convention reduction-sum instead of reduction-mean: dp = 2.0 * error
    # convention mse-half instead of mse-mean-all: dp = error / error.size
    dz_mse = p * (dp - np.sum(dp * p, axis=1, keepdims=True))
    # mistake softmax-jacobian-missing: dz_mse = dp
    # mistake mse-on-logits/logits: dz_mse = dp
    # mistake jacobian-diagonal-only: dz_mse = dp * p * (1.0 - p)
    # mistake sum-axis: dz_mse = p * (dp - np.sum(dp * p, axis=0, keepdims=True))
    dz = dz_ce + lam * dz_mse
    # mistake lambda-missing: dz = dz_ce + dz_mse
    # mistake lambda-missing/all: dz = dz_ce + dz_mse
    # mistake second-term-missing: dz = dz_ce
    return loss, dz
