"""Samples sorted by label and dealt out; boolean masks give the pairs."""

import numpy as np


def k_fold(n, k):
    edges = [(i * (n // k)) + min(i, n % k) for i in range(k + 1)]
    folds = []
    for low, high in zip(edges, edges[1:]):
        inside = np.zeros(n, dtype=bool)
        inside[low:high] = True
        folds.append((np.nonzero(~inside)[0], np.nonzero(inside)[0]))
    return folds


def stratified_k_fold(y, k):
    order = np.argsort(y, kind="stable")
    fold = np.empty(len(y), dtype=int)
    fold[order] = np.arange(len(y)) % k
    return [(np.nonzero(fold != f)[0], np.nonzero(fold == f)[0]) for f in range(k)]


def scale_fold(X, train, test):
    inside = X[train]
    centred = inside - inside.mean(axis=0)
    sigma = np.sqrt((centred**2).mean(axis=0))
    return centred / sigma, (X[test] - inside.mean(axis=0)) / sigma
