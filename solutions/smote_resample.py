"""Random oversampling, random undersampling and SMOTE.

Conventions: samples are the rows of X (N, D), y holds integer labels (N,). A neighbour is another
sample of the same class, by Euclidean distance. Resample the training part alone, after the split.
"""

import numpy as np


def oversample(X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Repeat samples until every class has as many as the largest.

    X: (N, D); y: integer labels (N,). All samples stay; a class with too few is filled up with its
    own, drawn with replacement. Returns rows and labels, C·max_c N_c of each, in any order.

    >>> rows, labels = oversample(np.array([[1.0], [2.0], [5.0]]), np.array([0, 0, 1]))
    >>> sorted(rows.ravel().tolist()), sorted(labels.tolist())
    ([1.0, 2.0, 5.0, 5.0], [0, 0, 1, 1])
    """
    classes, counts = np.unique(y, return_counts=True)
    largest = counts.max()
    # mistake twice-the-largest: largest = 2 * counts.max()
    # mistake levelled-to-mean: largest = int(np.ceil(counts.mean()))
    chosen = np.arange(len(y))
    # mistake originals-left-out: chosen = np.arange(0)
    for c, count in zip(classes, counts, strict=True):
        # mistake only-rarest-filled: for c, count in [(classes[counts.argmin()], counts.min())]:
        members = np.flatnonzero(y == c)
        # mistake labels-not-used: members = np.arange(len(y))
        extra = np.random.choice(members, max(largest - count, 0))
        # mistake place-in-class-as-row: extra = np.random.randint(0, count, max(largest - count, 0))
        # mistake largest-added: extra = np.random.choice(members, largest)
        # mistake draws-the-same-each-time: extra = np.resize(members, max(largest - count, 0))
        # mistake first-sample-only: extra = np.full(max(largest - count, 0), members[0])
        chosen = np.concatenate([chosen, extra])
        # mistake whole-class-redrawn: chosen = np.concatenate([chosen[y[chosen] != c], np.random.choice(members, largest)])
    rows, labels = X[chosen], y[chosen]
    # mistake labels-not-resampled: rows, labels = X[chosen], y[np.sort(chosen)]
    return rows, labels


def undersample(X: np.ndarray, y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Drop samples until every class has as few as the smallest.

    X: (N, D); y: integer labels (N,). Of each class that many samples stay, drawn without
    replacement. Returns rows and labels, C·min_c N_c of each, in any order.

    >>> rows, labels = undersample(np.array([[1.0], [1.0], [5.0]]), np.array([0, 0, 1]))
    >>> sorted(rows.ravel().tolist()), sorted(labels.tolist())
    ([1.0, 5.0], [0, 1])
    """
    classes, counts = np.unique(y, return_counts=True)
    smallest = counts.min()
    kept = [np.random.choice(np.flatnonzero(y == c), smallest, replace=False) for c in classes]
    # mistake drawn-with-replacement: kept = [np.random.choice(np.flatnonzero(y == c), smallest) for c in classes]
    # mistake draws-the-same-each-time: kept = [np.flatnonzero(y == c)[:smallest] for c in classes]
    # mistake place-in-class-as-row: kept = [np.random.permutation(n)[:smallest] for n in counts]
    # mistake labels-not-used: kept = [np.random.permutation(len(y))[: len(classes) * smallest]]
    # mistake levelled-to-mean: kept = [np.random.permutation(np.flatnonzero(y == c))[: int(counts.mean())] for c in classes]
    # mistake only-largest-cut: kept = [np.flatnonzero(y == c) if n < counts.max() else np.random.permutation(np.flatnonzero(y == c))[:smallest] for c, n in zip(classes, counts, strict=True)]
    chosen = np.concatenate(kept)
    rows, labels = X[chosen], y[chosen]
    # mistake labels-not-resampled: rows, labels = X[chosen], y[: len(chosen)]
    return rows, labels


def smote(X: np.ndarray, y: np.ndarray, k: int, n: int) -> tuple[np.ndarray, np.ndarray]:
    """Add n samples between rare samples and their neighbours.

    x_new = x_i + λ·(x_j − x_i), x_i of the rarer class, x_j one of the k others of that class that
    are nearest to it, λ uniform on [0, 1]

    X: (N, D); y: labels (N,) of two classes; k: neighbours, all others if there are fewer; n: number
    of new samples. Returns rows (N + n, D) and labels (N + n,), the originals first and in order.

    >>> X, y = np.array([[0.0], [1.0], [7.0], [8.0], [9.0]]), np.array([1, 1, 0, 0, 0])
    >>> rows, labels = smote(X, y, k=1, n=2)
    >>> rows.shape, labels.tolist(), bool((rows[5:] <= 1).all())
    ((7, 1), [1, 1, 0, 0, 0, 1, 1], True)
    """
    classes, counts = np.unique(y, return_counts=True)
    rare = classes[counts.argmin()]
    # mistake majority-filled: rare = classes[counts.argmax()]
    # mistake rare-class-assumed-one: rare = 1
    few = X[y == rare].astype(float)
    distances = np.linalg.norm(few[:, None] - few, axis=2)
    # mistake farthest-for-nearest: distances = -np.linalg.norm(few[:, None] - few, axis=2)
    np.fill_diagonal(distances, np.inf)  # no sample is its own neighbour
    # mistake own-neighbour: pass
    k = min(k, len(few) - 1)
    # mistake neighbour-count-off: k = min(k + 1, len(few) - 1)
    # mistake single-neighbour: k = 1
    # mistake neighbours-ignored: k = len(few) - 1
    partners = few[np.argsort(distances, axis=1)[:, :k]]
    # mistake neighbours-across-classes:
    #     to_all = np.linalg.norm(few[:, None] - X, axis=2)
    #     partners = X[np.argsort(to_all, axis=1)[:, 1 : k + 1]].astype(float)
    # mistake neighbours-of-other-class:
    #     to_others = np.linalg.norm(few[:, None] - X[y != rare], axis=2)
    #     partners = X[y != rare][np.argsort(to_others, axis=1)[:, :k]].astype(float)
    i = np.random.randint(0, len(few), n)
    # mistake first-sample-only: i = np.zeros(n, dtype=int)
    partner = partners[i, np.random.randint(0, k, n)]
    gap = np.random.random((n, 1))
    # mistake gap-for-each-feature: gap = np.random.random((n, X.shape[1]))
    # mistake gap-shared: gap = np.full((n, 1), np.random.random())
    # mistake midpoint-taken: gap = np.full((n, 1), 0.5)
    # mistake copied-not-interpolated: gap = np.zeros((n, 1))
    # mistake draws-the-same-each-time:
    #     i = np.random.RandomState(0).randint(0, len(few), n)
    #     partner = partners[i, np.random.RandomState(1).randint(0, k, n)]
    #     gap = np.random.RandomState(2).random_sample((n, 1))
    new = few[i] + gap * (partner - few[i])
    # mistake extrapolated: new = few[i] - gap * (partner - few[i])
    # mistake start-missing: new = gap * (partner - few[i])
    # mistake integers-truncate: new = (few[i] + gap * (partner - few[i])).astype(X.dtype)
    rows = np.concatenate([X, new])
    # mistake originals-left-out/all: rows = new
    # mistake new-samples-first/all: rows = np.concatenate([new, X])
    labels = np.concatenate([y, np.full(n, rare)])
    # mistake originals-left-out/all: labels = np.full(n, rare)
    # mistake new-samples-first/all: labels = np.concatenate([np.full(n, rare), y])
    # mistake label-of-other-class: labels = np.concatenate([y, np.full(n, classes[counts.argmax()])])
    # mistake new-labels-missing: labels = y.copy()
    return rows, labels
