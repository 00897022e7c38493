"""`array_split` for the folds; strata split class by class, with the folds in turned order."""

import numpy as np


def kfold(n, k):
    parts = np.array_split(np.arange(n), k)
    return [(np.concatenate(parts[:i] + parts[i + 1 :]), parts[i]) for i in range(k)]


def stratified_kfold(y, k):
    tests = [[] for _ in range(k)]
    for turn, label in enumerate(np.unique(y)):
        members = np.random.permutation(np.where(y == label)[0])
        for i, part in enumerate(np.array_split(members, k)):
            tests[(i + turn) % k].extend(part.tolist())
    everything = set(range(len(y)))
    return [
        (np.array(sorted(everything - set(test)), dtype=int), np.array(sorted(test), dtype=int))
        for test in tests
    ]


def standardize_fold(X, train, test):
    mu, sigma = X[train].mean(0), X[train].std(0)
    return (X[train] - mu) / sigma, (X[test] - mu) / sigma
