"""Plain loops with a counter for each class."""

import numpy as np


def kfold_split(n, k):
    folds, start = [], 0
    for f in range(k):
        stop = start + n // k + (1 if f < n % k else 0)
        test = list(range(start, stop))
        train = [i for i in range(n) if i < start or i >= stop]
        folds.append((np.array(train), np.array(test)))
        start = stop
    return folds


def stratified_split(y, k):
    seen = {}
    fold_of = []
    for label in y.tolist():
        fold_of.append((seen.get(label, 0) + 2 * label) % k)
        seen[label] = seen.get(label, 0) + 1
    pairs = []
    for f in range(k):
        test = [i for i, g in enumerate(fold_of) if g == f]
        train = [i for i, g in enumerate(fold_of) if g != f]
        pairs.append((np.array(train, dtype=int), np.array(test, dtype=int)))
    return pairs


def standardise_fold(X, train, test):
    columns = [(X[train, d].mean(), X[train, d].std()) for d in range(X.shape[1])]
    a, b = X[train].astype(float), X[test].astype(float)
    for d, (mu, sigma) in enumerate(columns):
        a[:, d] = (a[:, d] - mu) / sigma
        b[:, d] = (b[:, d] - mu) / sigma
    return a, b
