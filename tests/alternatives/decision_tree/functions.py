"""A tree is a function from a row to its prediction."""

import numpy as np


def _cost(rows, feature, threshold):
    sides = [], []
    for x, target in rows:
        sides[x[feature] > threshold].append(target)
    means = [sum(side) / len(side) for side in sides]
    return sum((t - mean) ** 2 for side, mean in zip(sides, means) for t in side)


def _grow(rows, depth, min_samples):
    mean = sum(target for _, target in rows) / len(rows)
    candidates = []
    if depth > 0 and len(rows) >= min_samples:
        for feature in range(len(rows[0][0])):
            values = sorted({x[feature] for x, _ in rows})
            candidates += [(feature, (a + b) / 2) for a, b in zip(values, values[1:])]
    if not candidates:
        return lambda x: mean
    feature, threshold = min(candidates, key=lambda split: _cost(rows, *split))
    low = _grow([row for row in rows if row[0][feature] <= threshold], depth - 1, min_samples)
    high = _grow([row for row in rows if row[0][feature] > threshold], depth - 1, min_samples)
    return lambda x: low(x) if x[feature] <= threshold else high(x)


def fit_tree(X, y, max_depth, min_samples=2):
    return _grow([*zip(X.tolist(), y.tolist())], max_depth, min_samples)


def predict_tree(tree, X):
    return np.array([tree(row) for row in X.tolist()])
