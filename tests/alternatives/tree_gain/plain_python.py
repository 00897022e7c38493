"""Dictionaries and the math module; every value but the largest is tried as a threshold."""

from collections import Counter
from math import log2


def entropy(y):
    labels = list(map(int, y))
    return -sum(c / len(labels) * log2(c / len(labels)) for c in Counter(labels).values())


def gini(y):
    labels = list(map(int, y))
    return 1 - sum((c / len(labels)) ** 2 for c in Counter(labels).values())


def information_gain(X, y, feature, threshold):
    left, right = [], []
    for row, label in zip(X, y):
        (left if row[feature] <= threshold else right).append(label)
    if not left or not right:
        return 0.0
    inside = (len(left) * entropy(left) + len(right) * entropy(right)) / len(y)
    return entropy(y) - inside


def best_split(X, y):
    candidates = [
        (information_gain(X, y, feature, value), feature, value)
        for feature in range(X.shape[1])
        for value in sorted(set(X[:, feature].tolist()))[:-1]
    ]
    gain, feature, threshold = max(candidates)
    return feature, threshold, gain
