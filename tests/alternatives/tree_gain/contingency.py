"""All thresholds of a feature at once, from a table of classes below and above each."""

import numpy as np


def _entropies(table):
    totals = table.sum(axis=-1, keepdims=True)
    p = table / np.maximum(totals, 1)
    return -np.sum(np.where(p > 0, p * np.log2(np.where(p > 0, p, 1)), 0), axis=-1)


def entropy(y):
    return _entropies(np.unique(y, return_counts=True)[1])


def gini(y):
    same = y[:, None] == y[None, :]
    return 1 - np.mean(same)


def _gains(x, y, thresholds):
    onehot = y[:, None] == np.unique(y)
    below = (x[:, None] <= thresholds).T.astype(float)
    left, right = below @ onehot, (1 - below) @ onehot
    share = below.mean(axis=1)
    return entropy(y) - share * _entropies(left) - (1 - share) * _entropies(right)


def information_gain(X, y, feature, threshold):
    return _gains(X[:, feature], y, np.array([threshold]))[0]


def best_split(X, y):
    found = []
    for feature, column in enumerate(X.T):
        values = np.unique(column)[:-1]
        if len(values):
            gains = _gains(column, y, values)
            k = int(np.argmax(gains))
            found.append((feature, values[k], gains[k]))
    return max(found, key=lambda each: each[2])
