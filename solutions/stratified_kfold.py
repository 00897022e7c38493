"""Splitters for cross-validation: plain and stratified folds, and scaling without a leak.

Conventions: every fold is a pair (train, test) of sorted integer indices; the first N mod k plain
folds have one sample more; stratified folds hold every class as evenly as it can be divided.
"""

import numpy as np

Folds = list[tuple[np.ndarray, np.ndarray]]


def kfold(n: int, k: int) -> Folds:
    """Cut 0 … n−1 into k runs; each is the test set once, and the rest is the training set.

    n: number of samples; k: number of folds, 2 ≤ k ≤ n. The sizes differ by at most one, and the
    larger folds come first. Returns k pairs (train, test) of sorted indices.

    >>> [test.tolist() for _, test in kfold(5, 2)]
    [[0, 1, 2], [3, 4]]
    """
    sizes = np.full(k, n // k)
    sizes[: n % k] += 1
    # mistake rest-in-last-fold: sizes[-1] += n % k
    # mistake rest-dropped: pass
    # mistake larger-folds-last: sizes[k - n % k :] += 1
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    indices = np.arange(n)
    folds = []
    for start, size in zip(starts, sizes, strict=True):
        # mistake last-fold-missing: for start, size in zip(starts[:-1], sizes[:-1], strict=True):
        test = indices[start : start + size]
        # mistake folds-dealt-out: test = np.sort(np.arange(n)[int(np.searchsorted(starts, start)) :: k])
        train = np.setdiff1d(indices, test)
        # mistake test-left-in-training: train = indices
        # mistake later-samples-only: train = indices[start + size :]
        # mistake earlier-samples-only: train = indices[:start]
        folds.append((train, test))
        # mistake train-test-exchanged: folds.append((test, train))
    return folds


def stratified_kfold(y: np.ndarray, k: int) -> Folds:
    """Folds in which every class has the share that it has in the whole.

    y: integer labels (N,), in any order; k: number of folds. Of a class with m samples every fold has
    ⌊m/k⌋ or ⌈m/k⌉ in its test set. Which of them is free.
    Returns k pairs (train, test) of sorted indices; every sample is in exactly one test set.

    >>> y = np.array([0, 0, 1, 1])
    >>> [sorted(y[test].tolist()) for _, test in stratified_kfold(y, 2)]
    [[0, 1], [0, 1]]
    """
    fold_of = np.zeros(len(y), dtype=int)
    dealt = 0
    for label in np.unique(y):
        # mistake first-class-only: for label in np.unique(y)[:1]:
        members = np.flatnonzero(y == label)
        # Dealing goes on where the class before ended, so that the folds stay of one size.
        fold_of[members] = (dealt + np.arange(len(members))) % k
        # mistake class-by-class-folds: fold_of[members] = int(label) % k
        # mistake blocks-without-rest: fold_of[members] = np.minimum(np.arange(len(members)) // max(len(members) // k, 1), k - 1)
        # mistake rest-dropped: fold_of[members] = np.where(np.arange(len(members)) < len(members) // k * k, np.arange(len(members)) % k, -1)
        # mistake drawn-not-dealt: fold_of[members] = np.random.RandomState(1).randint(0, k, len(members))
        dealt += len(members)
    # mistake labels-not-used: fold_of = np.arange(len(y)) * k // len(y)
    # mistake labels-not-used: fold_of = np.random.RandomState(0).permutation(len(y)) % k
    folds = [(np.flatnonzero(fold_of != f), np.flatnonzero(fold_of == f)) for f in range(k)]
    # mistake train-test-exchanged: folds = [(np.flatnonzero(fold_of == f), np.flatnonzero(fold_of != f)) for f in range(k)]
    # mistake test-left-in-training: folds = [(np.arange(len(y)), np.flatnonzero(fold_of == f)) for f in range(k)]
    # mistake last-fold-missing: folds = [(np.flatnonzero(fold_of != f), np.flatnonzero(fold_of == f)) for f in range(k - 1)]
    # mistake labels-for-indices: folds = [(y[fold_of != f], y[fold_of == f]) for f in range(k)]
    # mistake mask-for-indices: folds = [(fold_of != f, fold_of == f) for f in range(k)]
    return folds


def standardize_fold(
    X: np.ndarray, train: np.ndarray, test: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Training and test rows, standardised with the statistics of the training rows alone.

    x' = (x − μ_train) / σ_train by column, with the biased deviation

    X: features (N, D) of all samples; train, test: indices. Returns (n_train, D) and (n_test, D).

    >>> X = np.array([[0.0], [2.0], [9.0]])
    >>> [each.tolist() for each in standardize_fold(X, np.array([0, 1]), np.array([2]))]
    [[[-1.0], [1.0]], [[8.0]]]
    """
    mean, std = X[train].mean(axis=0), X[train].std(axis=0)
    # mistake scaled-before-split: mean, std = X.mean(axis=0), X.std(axis=0)
    # mistake statistics-of-test-rows: mean, std = X[test].mean(axis=0), X[test].std(axis=0)
    # mistake statistics-whole-array: mean, std = X[train].mean(), X[train].std()
    # mistake statistics-axis: mean, std = X[train].mean(axis=1, keepdims=True)[: len(test)], X[train].std(axis=1, keepdims=True)[: len(test)]
    # mistake variance-for-deviation: mean, std = X[train].mean(axis=0), X[train].var(axis=0)
    # mistake variance-unbiased: mean, std = X[train].mean(axis=0), X[train].std(axis=0, ddof=1)
    train_rows = (X[train] - mean) / std
    # mistake mean-not-subtracted: train_rows = X[train] / std
    # mistake std-missing: train_rows = X[train] - mean
    test_rows = (X[test] - mean) / std
    # mistake each-part-by-itself: test_rows = (X[test] - X[test].mean(axis=0)) / np.maximum(X[test].std(axis=0), 1e-9)
    # mistake test-rows-not-scaled: test_rows = 1.0 * X[test]
    # mistake mean-not-subtracted: test_rows = X[test] / std
    # mistake std-missing: test_rows = X[test] - mean
    return train_rows, test_rows
