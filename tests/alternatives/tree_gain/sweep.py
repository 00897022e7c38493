"""Counts of both sides are kept up to date while the sorted samples move from right to left."""

import numpy as np


def _impurity(counts):
    p = counts[counts > 0] / counts.sum()
    return float(np.sum(p * np.log2(1 / p)))


def _counts(y):
    return np.unique(y, return_counts=True)[1]


def entropy(y):
    return _impurity(_counts(y))


def gini_impurity(y):
    p = _counts(y) / y.size
    return np.sum(p * (1 - p))


def info_gain(X, y, feature, threshold):
    goes_left = X[:, feature] <= threshold
    parts = [y[goes_left], y[np.logical_not(goes_left)]]
    return entropy(y) - sum(len(part) / len(y) * entropy(part) for part in parts if len(part))


def find_best_split(X, y):
    classes, labels = np.unique(y, return_inverse=True)
    total = np.bincount(labels, minlength=len(classes))
    parent, n, best = _impurity(total), len(y), (None, None, -np.inf)
    for feature in range(X.shape[1]):
        order = np.argsort(X[:, feature], kind="stable")
        left = np.zeros_like(total)
        for place, (here, after) in enumerate(zip(order[:-1], order[1:]), start=1):
            left[labels[here]] += 1
            low, high = X[here, feature], X[after, feature]
            if low == high:
                continue
            after_split = place * _impurity(left) + (n - place) * _impurity(total - left)
            if parent - after_split / n > best[2]:
                best = (feature, (low + high) / 2, parent - after_split / n)
    return best
