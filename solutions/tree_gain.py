"""Impurity, information gain and the best split of a node of a decision tree.

Conventions: integer labels y (N,), any numbers; logarithms to base 2, so entropies are in bits;
samples with x ≤ threshold go left.
"""

import numpy as np


def _shares(y: np.ndarray) -> np.ndarray:
    """The share of each class that occurs."""
    _, counts = np.unique(y, return_counts=True)
    return counts / len(y)


def entropy(y: np.ndarray) -> float:
    """The entropy of the labels in bits.

    H = −Σ_k p_k·log2 p_k, over the classes that occur

    y: integer labels (N,), N ≥ 1. Returns a number.

    >>> float(entropy(np.array([0, 0, 3, 3])))
    1.0
    """
    p = _shares(y)
    # mistake zero-times-log-zero: p = np.bincount(y, minlength=2) / len(y)
    # mistake counts-for-fractions: p = np.unique(y, return_counts=True)[1]
    h = -np.sum(p * np.log2(p))
    # convention natural-log instead of log-bits: h = -np.sum(p * np.log(p))
    # mistake sign-flipped: h = np.sum(p * np.log2(p))
    # mistake log-base-ten: h = -np.sum(p * np.log10(p))
    # mistake expectation-weights-missing: h = -np.sum(np.log2(p))
    # mistake mean-for-sum: h = -np.mean(p * np.log2(p))
    # mistake entropy-normalised: h = -np.sum(p * np.log2(p)) / np.log2(max(len(p), 2))
    # mistake largest-class-only: h = -np.log2(np.max(p))
    return h


def gini(y: np.ndarray) -> float:
    """The Gini index: how often two random draws differ in class.

    G = 1 − Σ_k p_k²

    y: integer labels (N,), N ≥ 1. Returns a number.

    >>> float(gini(np.array([0, 0, 3, 3])))
    0.5
    """
    p = _shares(y)
    # mistake counts-for-fractions: p = np.unique(y, return_counts=True)[1]
    g = 1.0 - np.sum(p**2)
    # mistake complement-missing: g = np.sum(p**2)
    # mistake square-of-sum: g = 1.0 - np.sum(p) ** 2
    # mistake half-assumed: g = 2.0 * np.max(p) * (1.0 - np.max(p))
    # mistake largest-class-only: g = 1.0 - np.max(p)
    # mistake largest-class-only: g = 1.0 - np.max(p) ** 2
    # mistake half-kept: g = 0.5 * (1.0 - np.sum(p**2))
    # mistake root-taken: g = 1.0 - np.sqrt(np.sum(p**2))
    return g


def information_gain(X: np.ndarray, y: np.ndarray, feature: int, threshold: float) -> float:
    """What a split takes off the entropy.

    gain = H(S) − (N_L/N)·H(L) − (N_R/N)·H(R)

    X: inputs (N, D); y: integer labels (N,); feature: the column; threshold: samples whose value is
    at most this go left. Returns a number, 0 where a side is empty.

    >>> float(information_gain(np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 0, 1, 1]), 0, 2.5))
    1.0
    """
    left = X[:, feature] <= threshold
    # mistake boundary-on-other-side: left = X[:, feature] < threshold
    share = np.mean(left)
    if share == 0.0 or share == 1.0:
        return 0.0
        # mistake gain-of-empty-split: return entropy(y)
    gain = entropy(y) - share * entropy(y[left]) - (1.0 - share) * entropy(y[~left])
    # mistake child-weights-missing: gain = entropy(y) - 0.5 * entropy(y[left]) - 0.5 * entropy(y[~left])
    # mistake child-entropies-summed: gain = entropy(y) - entropy(y[left]) - entropy(y[~left])
    # mistake child-weights-swapped: gain = entropy(y) - (1.0 - share) * entropy(y[left]) - share * entropy(y[~left])
    # mistake gini-for-entropy: gain = gini(y) - share * gini(y[left]) - (1.0 - share) * gini(y[~left])
    # mistake parent-impurity-missing: gain = share * entropy(y[left]) + (1.0 - share) * entropy(y[~left])
    # mistake one-child-only: gain = entropy(y) - share * entropy(y[left])
    # mistake one-child-only: gain = entropy(y) - share * entropy(y[left]) - (1.0 - share) * entropy(y[left])
    # mistake sign-flipped: gain = share * entropy(y[left]) + (1.0 - share) * entropy(y[~left]) - entropy(y)
    # mistake gain-ratio-taken: gain = (entropy(y) - share * entropy(y[left]) - (1.0 - share) * entropy(y[~left])) / entropy(left)
    # mistake counts-for-fractions: gain = entropy(y) - left.sum() * entropy(y[left]) - (~left).sum() * entropy(y[~left])
    return gain


def best_split(X: np.ndarray, y: np.ndarray) -> tuple[int, float, float]:
    """The split with the largest information gain, over all features and thresholds.

    The gain changes only where a threshold passes a sample, so the midpoints of neighbouring
    distinct values are all there is to try.

    X: inputs (N, D), at least one column not constant; y: integer labels (N,).
    Returns the feature, the threshold and the gain.

    >>> X, y = np.array([[5.0, 1.0], [5.0, 2.0], [6.0, 4.0]]), np.array([0, 0, 1])
    >>> feature, threshold, gain = best_split(X[:, 1:], y)
    >>> feature, float(threshold), round(float(gain), 4)
    (0, 3.0, 0.9183)
    """
    best = (0, 0.0, -1.0)
    for feature in range(X.shape[1]):
        # mistake last-feature-only: for feature in range(X.shape[1] - 1, X.shape[1]):
        # mistake first-feature-only: for feature in range(1):
        # mistake loop-one-short: for feature in range(max(X.shape[1] - 1, 1)):
        values = np.unique(X[:, feature])
        thresholds = 0.5 * (values[:-1] + values[1:])
        # mistake mean-as-only-threshold: thresholds = [np.mean(X[:, feature])]
        # mistake median-as-only-threshold: thresholds = [np.median(X[:, feature])]
        # mistake loop-one-short: thresholds = 0.5 * (values[:-1] + values[1:])[:-1]
        # mistake loop-one-short: thresholds = 0.5 * (values[:-1] + values[1:])[1:]
        for threshold in thresholds:
            gain = information_gain(X, y, feature, threshold)
            if gain > best[2]:
                # mistake minimum-for-maximum: if best[2] < 0.0 or gain < best[2]:
                # mistake last-split-taken: if True:
                best = (feature, threshold, gain)
                # mistake index-for-threshold: best = (feature, np.argmin(np.abs(values - threshold)), gain)
    return best
