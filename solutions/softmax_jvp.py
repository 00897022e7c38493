"""A softmax layer by itself, forward and backward.

Conventions: rows of (N, C) are samples, the softmax runs along each row; the upstream gradient
already carries any 1/N of the loss.
"""

import numpy as np


def softmax_forward(z: np.ndarray) -> np.ndarray:
    """Softmax of each row: p[n, c] = exp(z[n, c]) / Σ_k exp(z[n, k]).

    z: logits (N, C). Returns p (N, C); rows sum to 1.

    >>> softmax_forward(np.array([[0.0, np.log(3.0)]])).round(4).tolist()
    [[0.25, 0.75]]
    """
    shifted = z - z.max(axis=1, keepdims=True)
    # mistake max-not-subtracted: shifted = z
    # mistake max-whole-batch: shifted = z - z.max()
    p = np.exp(shifted)
    return p / np.sum(p, axis=1, keepdims=True)
    # mistake softmax-axis: return np.exp(z - z.max(axis=0)) / np.sum(np.exp(z - z.max(axis=0)), axis=0)
    # mistake normaliser-whole-batch: return np.exp(z - z.max()) / np.sum(np.exp(z - z.max()))
    # mistake scores-normalised-linearly: return z / np.sum(z, axis=1, keepdims=True)
    # mistake sigmoid-of-each: return 1.0 / (1.0 + np.exp(-z))


def softmax_backward(dp: np.ndarray, p: np.ndarray) -> np.ndarray:
    """Gradient by the logits: dz[n] = p[n] ⊙ (dp[n] − Σ_c dp[n, c]·p[n, c]).

    dp: upstream gradient ∂L/∂p (N, C); p: what `softmax_forward` gave. Returns dz (N, C).

    >>> softmax_backward(np.array([[4.0, 0.0]]), np.array([[0.25, 0.75]])).tolist()
    [[0.75, -0.75]]
    """
    # What all classes share does not move a softmax: the mean of dp under p drops out.
    return p * (dp - np.sum(dp * p, axis=1, keepdims=True))
    # mistake jacobian-diagonal-only: return dp * p * (1.0 - p)
    # mistake softmax-centring-missing: return p * dp
    # mistake softmax-weight-missing: return dp - np.sum(dp * p, axis=1, keepdims=True)
    # mistake softmax-jacobian-missing: return dp
    # mistake sum-axis: return p * (dp - np.sum(dp * p, axis=0, keepdims=True))
    # mistake centring-whole-batch: return p * (dp - np.sum(dp * p))
    # mistake mean-for-sum: return p * (dp - np.mean(dp * p, axis=1, keepdims=True))
    # mistake centring-unweighted: return p * (dp - np.mean(dp, axis=1, keepdims=True))
    # mistake centring-unweighted: return p * (dp - np.sum(dp, axis=1, keepdims=True))
    # mistake sign-flipped: return p * (dp + np.sum(dp * p, axis=1, keepdims=True))
    # mistake sign-flipped: return -p * (dp - np.sum(dp * p, axis=1, keepdims=True))
    # mistake jacobian-off-diagonal-only: return -p * (np.sum(dp * p, axis=1, keepdims=True) - dp * p)
    # mistake mean-twice: return p * (dp - np.sum(dp * p, axis=1, keepdims=True)) / p.shape[0]
