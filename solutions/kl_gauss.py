"""Entropy and KL divergence of discrete distributions, and KL of normal distributions.

Conventions: natural logarithm (nats); 0 · log 0 = 0; KL(first ‖ second), whose expectation is that
of the first distribution.
"""

import numpy as np


def entropy(p: np.ndarray) -> float:
    """Entropy of a discrete distribution, H(p) = −Σ_k p[k] log p[k].

    p: probabilities (K,) that sum to 1; zeros are allowed. Returns a number ≥ 0.

    >>> round(float(entropy(np.array([0.5, 0.5, 0.0]))), 4)
    0.6931
    """
    seen = p[p > 0]
    # mistake log-of-zero: seen = p
    return -np.sum(seen * np.log(seen))
    # mistake sign-flipped: return np.sum(seen * np.log(seen))
    # mistake log-base-two: return -np.sum(seen * np.log2(seen))
    # mistake expectation-weights-missing: return -np.sum(np.log(seen))


def kl_discrete(p: np.ndarray, q: np.ndarray) -> float:
    """KL(p ‖ q) = Σ_k p[k] log(p[k] / q[k]).

    p, q: probabilities (K,); p may hold zeros, q is positive. Returns a number ≥ 0.

    >>> round(float(kl_discrete(np.array([1.0, 0.0]), np.array([0.5, 0.5]))), 4)
    0.6931
    """
    seen = p > 0
    # mistake log-of-zero: seen = np.ones(p.shape, dtype=bool)
    return np.sum(p[seen] * (np.log(p[seen]) - np.log(q[seen])))
    # mistake divergence-direction: return np.sum(q * (np.log(q) - np.log(p)))
    # mistake divergence-direction: return np.sum(q[seen] * (np.log(q[seen]) - np.log(p[seen])))
    # mistake sign-flipped: return -np.sum(p[seen] * (np.log(p[seen]) - np.log(q[seen])))
    # mistake cross-entropy-for-divergence: return -np.sum(p[seen] * np.log(q[seen]))
    # mistake log-base-two: return np.sum(p[seen] * (np.log2(p[seen]) - np.log2(q[seen])))
    # mistake weights-of-other-distribution: return np.sum(q[seen] * (np.log(p[seen]) - np.log(q[seen])))
    # mistake expectation-weights-missing: return np.sum(np.log(p[seen]) - np.log(q[seen]))
    # mistake log-of-quotient: return np.sum(p[seen] * np.log(p[seen]) / np.log(q[seen]))


def kl_gauss(mu1: np.ndarray, S1: np.ndarray, mu2: np.ndarray, S2: np.ndarray) -> float:
    """KL(N(μ₁, Σ₁) ‖ N(μ₂, Σ₂)) of normal distributions in k dimensions.

    KL = ½ · (tr(Σ₂⁻¹Σ₁) + dᵀΣ₂⁻¹d − k + log det Σ₂ − log det Σ₁),  d = μ₂ − μ₁

    mu1, mu2: means (k,); S1, S2: covariances (k, k), positive definite. Returns a number ≥ 0.

    >>> zero, one = np.zeros(1), np.eye(1)
    >>> float(kl_gauss(zero, one, zero + 2.0, one))
    2.0
    """
    k, difference = mu1.shape[0], mu2 - mu1
    # A linear system instead of an inverse, and logarithms of determinants from the start.
    trace = np.trace(np.linalg.solve(S2, S1))
    # mistake other-covariance-inverted/both: trace = np.trace(np.linalg.solve(S1, S2))
    # mistake other-covariance-inverted: trace = np.trace(np.linalg.solve(S1, S2))
    # mistake trace-of-inverse-only: trace = np.trace(np.linalg.inv(S2))
    # mistake trace-entrywise: trace = np.trace(S1 / S2)
    # mistake determinant-for-trace: trace = np.linalg.det(S1) / np.linalg.det(S2)
    # mistake trace-of-entrywise-product: trace = np.trace(np.linalg.inv(S2) * S1)
    distance = difference @ np.linalg.solve(S2, difference)
    # mistake other-covariance-inverted/both: distance = difference @ np.linalg.solve(S1, difference)
    # mistake other-covariance-inverted: distance = difference @ np.linalg.solve(S1, difference)
    # mistake inverse-missing: distance = difference @ S2 @ difference
    # mistake covariance-ignored-in-distance: distance = difference @ difference
    logdet = np.linalg.slogdet(S2)[1] - np.linalg.slogdet(S1)[1]
    # mistake determinant-ratio-inverted/both: logdet = np.linalg.slogdet(S1)[1] - np.linalg.slogdet(S2)[1]
    # mistake determinant-ratio-inverted: logdet = np.linalg.slogdet(S1)[1] - np.linalg.slogdet(S2)[1]
    # mistake determinant-underflows: logdet = np.log(np.linalg.det(S2) / np.linalg.det(S1))
    # mistake log-of-quotient: logdet = np.linalg.slogdet(S2)[1] / np.linalg.slogdet(S1)[1]
    # mistake log-forgotten: logdet = np.linalg.det(S2) / np.linalg.det(S1)
    # mistake determinant-missing: logdet = 0.0
    # mistake diagonal-for-determinant: logdet = np.sum(np.log(np.diag(S2))) - np.sum(np.log(np.diag(S1)))
    return 0.5 * (trace + distance - k + logdet)
    # mistake half-dropped: return trace + distance - k + logdet
    # mistake dimension-not-subtracted: return 0.5 * (trace + distance + logdet)
    # mistake one-for-dimension: return 0.5 * (trace + distance - 1.0 + logdet)
    # mistake sign-flipped: return 0.5 * (trace - distance - k + logdet)
    # mistake half-misplaced: return 0.5 * (trace + distance - k) + logdet
    # mistake trace-term-missing: return 0.5 * (distance - k + logdet)
    # mistake mean-term-missing: return 0.5 * (trace - k + logdet)
