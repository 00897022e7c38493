"""K-means by Lloyd's algorithm, and k nearest neighbours.

Conventions: samples are rows; distances are Euclidean; a centre without samples stays where it is;
among equal votes the smaller label wins.
"""

import numpy as np


def squared_distances(A: np.ndarray, B: np.ndarray) -> np.ndarray:
    """Squared Euclidean distances of all pairs.

    d²[n, m] = ‖a_n‖² − 2·a_nᵀb_m + ‖b_m‖²

    A: (N, D); B: (M, D). Returns (N, M).

    >>> squared_distances(np.array([[0.0, 0.0]]), np.array([[3.0, 4.0], [0.0, 1.0]])).tolist()
    [[25.0, 1.0]]
    """
    cross = A @ B.T
    # mistake cross-term-missing: cross = 0.0 * (A @ B.T)
    d2 = np.sum(A**2, axis=1)[:, None] - 2.0 * cross + np.sum(B**2, axis=1)
    # mistake factor-two-dropped: d2 = np.sum(A**2, axis=1)[:, None] - cross + np.sum(B**2, axis=1)
    # mistake sign-flipped: d2 = np.sum(A**2, axis=1)[:, None] + 2.0 * cross + np.sum(B**2, axis=1)
    # mistake one-square-missing: d2 = np.sum(B**2, axis=1) - 2.0 * cross
    # mistake one-square-missing: d2 = np.sum(A**2, axis=1)[:, None] - 2.0 * cross
    # mistake keepdims-missing: d2 = np.sum(A**2, axis=1) - 2.0 * cross + np.sum(B**2, axis=1)
    # mistake root-taken: d2 = np.sqrt(np.maximum(np.sum(A**2, axis=1)[:, None] - 2.0 * cross + np.sum(B**2, axis=1), 0.0))
    # mistake city-block-distance: d2 = np.sum(np.abs(A[:, None] - B[None]), axis=2)
    # mistake transposed-product: d2 = (np.sum(A**2, axis=1)[:, None] - 2.0 * cross + np.sum(B**2, axis=1)).T
    # mistake mean-for-sum: d2 = np.mean((A[:, None] - B[None]) ** 2, axis=2)
    return d2


def kmeans(
    X: np.ndarray, centers: np.ndarray, n_iters: int
) -> tuple[np.ndarray, np.ndarray, float]:
    """Rounds of k-means from given centres.

    labels_n = argmin_k ‖x_n − c_k‖²,  then  c_k = mean of the samples with label k

    X: samples (N, D); centers: where to start (K, D); n_iters: how many rounds.
    Returns the centres (K, D), the labels (N,) that belong to them, and the inertia, the sum of the
    squared distances of all samples to their own centre.

    >>> X = np.array([[0.0], [1.0], [9.0]])
    >>> centers, labels, inertia = kmeans(X, np.array([[0.0], [5.0], [99.0]]), 1)
    >>> centers.tolist(), labels.tolist(), float(inertia)
    ([[0.5], [9.0], [99.0]], [0, 0, 1], 0.5)
    """
    centers = np.array(centers, dtype=float)
    for _ in range(n_iters):
        # mistake steps-off-by-one: for _ in range(n_iters + 1):
        # mistake steps-off-by-one: for _ in range(n_iters - 1):
        # mistake one-epoch-only: for _ in range(min(n_iters, 1)):
        labels = np.argmin(squared_distances(X, centers), axis=1)
        # mistake maximum-for-minimum: labels = np.argmax(squared_distances(X, centers), axis=1)
        # mistake labels-stale/both:
        #     old = squared_distances(X, centers)
        #     labels = np.argmin(old, axis=1)
        for k in range(len(centers)):
            if not np.any(labels == k):
                # mistake empty-cluster-nan: if False:
                # mistake single-sample-left-out: if np.sum(labels == k) <= 1:
                continue  # nobody is near it: it stays where it is
                # mistake empty-cluster-at-zero:
                #     centers[k] = 0.0
                #     continue
                # mistake empty-cluster-at-mean:
                #     centers[k] = X.mean(axis=0)
                #     continue
            centers[k] = X[labels == k].mean(axis=0)
            # mistake sum-for-mean: centers[k] = X[labels == k].sum(axis=0)
            # mistake median-for-mean: centers[k] = np.median(X[labels == k], axis=0)
            # mistake statistics-whole-array: centers[k] = X[labels == k].mean()
    d2 = squared_distances(X, centers)
    # mistake labels-stale: d2 = squared_distances(X, centers) if n_iters == 0 else np.where(np.arange(len(centers)) == labels[:, None], squared_distances(X, centers), np.inf)
    # mistake labels-stale/both: d2 = old
    labels = np.argmin(d2, axis=1)
    inertia = np.sum(np.min(d2, axis=1))
    # mistake mean-for-sum: inertia = np.mean(np.min(d2, axis=1))
    # mistake root-taken: inertia = np.sum(np.sqrt(np.maximum(np.min(d2, axis=1), 0.0)))
    # mistake all-centres-counted: inertia = np.sum(d2)
    # mistake root-taken: inertia = np.sqrt(np.sum(np.min(d2, axis=1)))
    return centers, labels, inertia


def knn_predict(X: np.ndarray, y: np.ndarray, Z: np.ndarray, k: int) -> np.ndarray:
    """The majority among the labels of the k nearest samples.

    X: samples (N, D); y: their integer labels (N,), not negative; Z: queries (M, D); k: how many
    neighbours. Returns labels (M,); among equal votes the smaller one.

    >>> X, y = np.array([[0.0], [1.0], [5.0]]), np.array([7, 7, 2])
    >>> knn_predict(X, y, np.array([[0.4], [4.0]]), 1).tolist()
    [7, 2]
    """
    d2 = squared_distances(Z, X)
    # mistake products-for-distances: d2 = Z @ X.T
    # mistake city-block-distance: d2 = np.sum(np.abs(Z[:, None] - X[None]), axis=2)
    nearest = np.argsort(d2, axis=1)[:, :k]
    # mistake farthest-for-nearest: nearest = np.argsort(-d2, axis=1)[:, :k]
    # mistake nearest-skipped: nearest = np.argsort(d2, axis=1)[:, 1 : k + 1]
    # mistake neighbour-count-off: nearest = np.argsort(d2, axis=1)[:, : k + 1]
    # mistake neighbour-count-off: nearest = np.argsort(d2, axis=1)[:, : max(k - 1, 1)]
    # mistake single-neighbour: nearest = np.argsort(d2, axis=1)[:, :1]
    # mistake sum-axis: nearest = np.argsort(d2, axis=0)[:, :k]
    votes = y[nearest]
    # mistake index-for-label: votes = nearest
    predicted = np.array([np.argmax(np.bincount(row)) for row in votes])
    # mistake tie-to-larger: predicted = np.array([len(np.bincount(row)) - 1 - np.argmax(np.bincount(row)[::-1]) for row in votes])
    # mistake tie-to-nearest: predicted = np.array([max(row.tolist(), key=row.tolist().count) for row in votes])
    # mistake mean-of-labels: predicted = np.array([round(float(np.mean(row))) for row in votes])
    # mistake median-of-labels: predicted = np.array([int(np.median(row)) for row in votes])
    # mistake count-for-label: predicted = np.array([np.max(np.bincount(row)) for row in votes])
    return predicted
