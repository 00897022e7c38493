"""Nodes as dictionaries, grown from a list of work; costs as variance times count."""

import numpy as np


def _split(X, y):
    found = None
    for j in range(X.shape[1]):
        for low, high in zip(np.unique(X[:, j])[:-1], np.unique(X[:, j])[1:]):
            mask = X[:, j] < (low + high) / 2
            cost = y[mask].var() * mask.sum() + y[~mask].var() * (~mask).sum()
            if found is None or cost < found["cost"]:
                found = {"cost": cost, "feature": j, "at": (low + high) / 2}
    return found


def fit_tree(X, y, max_depth, min_samples=2):
    root = {}
    work = [(root, np.arange(len(y)), 0)]
    while work:
        node, rows, depth = work.pop()
        node["mean"] = y[rows].mean()
        if depth >= max_depth or len(rows) < min_samples:
            continue
        split = _split(X[rows], y[rows])
        if split is None:
            continue
        node.update(split, left={}, right={})
        goes_left = X[rows, split["feature"]] <= split["at"]
        work.append((node["left"], rows[goes_left], depth + 1))
        work.append((node["right"], rows[~goes_left], depth + 1))
    return root


def predict_tree(tree, X):
    def one(x):
        node = tree
        while "feature" in node:
            node = node["left" if x[node["feature"]] <= node["at"] else "right"]
        return node["mean"]

    return np.array([one(x) for x in X])
