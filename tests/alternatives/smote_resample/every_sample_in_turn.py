"""The loop of the paper: so many new samples for each rare sample, the rest for the first ones."""

import numpy as np


def oversample(X, y):
    rows, labels = [X], [y]
    counts = {c: int((y == c).sum()) for c in np.unique(y)}
    for c, count in counts.items():
        missing = max(counts.values()) - count
        picked = (np.random.rand(missing) * count).astype(int)
        rows.append(X[y == c][picked])
        labels.append(np.full(missing, c))
    return np.concatenate(rows), np.concatenate(labels)


def undersample(X, y):
    counts = np.bincount(y)
    size = counts[counts > 0].min()
    keys = np.random.rand(len(y))
    keep = np.zeros(len(y), dtype=bool)
    for c in np.unique(y):
        limit = np.sort(keys[y == c])[size - 1]
        keep |= (y == c) & (keys <= limit)
    return X[keep], y[keep]


def smote(X, y, k, n):
    counts = np.bincount(y, minlength=2)
    rare = int(np.argmin(np.where(counts > 0, counts, len(y) + 1)))
    few = X[y == rare]
    out = np.empty((n, X.shape[1]))
    made = 0
    while made < n:
        for i in range(len(few)):
            if made == n:
                break
            gaps = np.sqrt(((few - few[i]) ** 2).sum(1))
            ranked = [j for j in np.argsort(gaps) if j != i][:k]
            j = ranked[np.random.randint(len(ranked))]
            out[made] = few[i] + np.random.rand() * (few[j] - few[i])
            made += 1
    return np.concatenate([X, out]), np.concatenate([y, np.full(n, rare)])
