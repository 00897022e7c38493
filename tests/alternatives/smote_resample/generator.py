"""NumPy's generator, masks and permutations; squared distances from the expanded square."""

import numpy as np

RNG = np.random.default_rng()


def oversample(X, y):
    size = np.bincount(y).max()
    parts = []
    for c in np.unique(y):
        members = np.nonzero(y == c)[0]
        parts.append(np.r_[members, RNG.choice(members, size=size - members.size)])
    order = RNG.permutation(np.concatenate(parts))
    return X[order], y[order]


def undersample(X, y):
    size = min(np.sum(y == c) for c in np.unique(y))
    shuffled = RNG.permutation(len(y))
    keep = np.concatenate([shuffled[y[shuffled] == c][:size] for c in np.unique(y)])
    return np.take(X, keep, axis=0), np.take(y, keep)


def smote(X, y, k, n):
    ones = np.mean(y == y[0]) < 0.5
    rare = y == y[0] if ones else y != y[0]
    few = X[rare].astype(float)
    m = len(few)
    squares = (few**2).sum(axis=1)
    distances = squares[:, None] + squares - 2 * few @ few.T
    distances[np.arange(m), np.arange(m)] = np.finfo(float).max
    table = distances.argsort(axis=1)[:, : m - 1][:, :k]
    start = RNG.integers(m, size=n)
    end = table[start, RNG.integers(table.shape[1], size=n)]
    share = RNG.uniform(size=n)
    new = few[start] * (1 - share)[:, None] + few[end] * share[:, None]
    return np.vstack([X, new]), np.append(y, np.repeat(y[rare][0], n))
