"""A regression tree, grown greedily by least squares.

Conventions: the root has depth 0; samples with x ≤ threshold go left; thresholds are midpoints of
neighbouring distinct values; a leaf predicts the mean of its samples.
"""

import numpy as np


def _squared_error(y: np.ndarray) -> float:
    """The squared error of predicting the mean."""
    return np.sum((y - np.mean(y)) ** 2)
    # mistake child-weights-missing: return np.var(y)
    # mistake absolute-error-criterion: return np.sum(np.abs(y - np.mean(y)))
    # mistake mean-not-subtracted: return np.sum(y**2)


def fit_tree(X: np.ndarray, y: np.ndarray, max_depth: int, min_samples: int = 2):
    """Grow a regression tree.

    cost of a split = Σ_left (y − ȳ_left)² + Σ_right (y − ȳ_right)², to be as small as possible

    X: inputs (N, D); y: targets (N,); max_depth: how many splits a path may have; min_samples: a
    node with fewer is not split.
    Returns a tree: a number for a leaf, else (feature, threshold, left tree, right tree).

    >>> fit_tree(np.array([[0.0], [1.0], [5.0]]), np.array([1.0, 1.0, 4.0]), 1)
    (0, 3.0, 1.0, 4.0)
    """
    leaf = float(np.mean(y))
    # mistake median-for-mean: leaf = float(np.median(y))
    # mistake sum-for-mean: leaf = float(np.sum(y))
    if max_depth == 0 or len(y) < min_samples:
        # mistake depth-off-by-one: if max_depth == -1 or len(y) < min_samples:
        # mistake depth-off-by-one: if max_depth <= 1 or len(y) < min_samples:
        # mistake min-samples-not-used: if max_depth == 0 or len(y) < 2:
        # mistake min-samples-off-by-one: if max_depth == 0 or len(y) <= min_samples:
        # mistake depth-not-limited: if len(y) < min_samples:
        return leaf
    best = (np.inf, None, None)
    for feature in range(X.shape[1]):
        # mistake first-feature-only: for feature in range(1):
        # mistake last-feature-only: for feature in range(X.shape[1] - 1, X.shape[1]):
        values = np.unique(X[:, feature])
        for threshold in 0.5 * (values[:-1] + values[1:]):
            # mistake threshold-at-sample: for threshold in values[:-1]:
            # mistake mean-as-only-threshold: for threshold in [np.mean(values)] if len(values) > 1 else []:
            left = X[:, feature] <= threshold
            cost = _squared_error(y[left]) + _squared_error(y[~left])
            # mistake one-child-only: cost = _squared_error(y[left])
            if cost < best[0]:
                # mistake maximum-for-minimum: if best[1] is None or cost > best[0]:
                # mistake last-split-taken: if True:
                best = (cost, feature, threshold)
    _, feature, threshold = best
    if feature is None:
        return leaf
    left = X[:, feature] <= threshold
    return (
        feature,
        float(threshold),
        fit_tree(X[left], y[left], max_depth - 1, min_samples),
        fit_tree(X[~left], y[~left], max_depth - 1, min_samples),
    )
    # mistake min-samples-not-passed-on: return (feature, float(threshold), fit_tree(X[left], y[left], max_depth - 1), fit_tree(X[~left], y[~left], max_depth - 1))
    # mistake one-side-not-grown: return (feature, float(threshold), fit_tree(X[left], y[left], max_depth - 1, min_samples), float(np.mean(y[~left])))
    # mistake one-side-not-grown: return (feature, float(threshold), float(np.mean(y[left])), fit_tree(X[~left], y[~left], max_depth - 1, min_samples))
    # mistake children-get-all-samples: return (feature, float(threshold), fit_tree(X, y, max_depth - 1, min_samples), fit_tree(X, y, max_depth - 1, min_samples))
    # mistake children-swapped: return (feature, float(threshold), fit_tree(X[~left], y[~left], max_depth - 1, min_samples), fit_tree(X[left], y[left], max_depth - 1, min_samples))


def predict_tree(tree, X: np.ndarray) -> np.ndarray:
    """The prediction of each row: from the root to a leaf, left where x ≤ threshold.

    tree: what `fit_tree` returned; X: inputs (N, D). Returns (N,).

    >>> predict_tree((0, 3.0, 1.0, 4.0), np.array([[2.0], [7.0]])).tolist()
    [1.0, 4.0]
    """
    predictions = np.empty(len(X))
    for n, x in enumerate(X):
        node = tree
        while isinstance(node, tuple):
            feature, threshold, left, right = node
            node = left if x[feature] <= threshold else right
            # mistake children-swapped: node = right if x[feature] <= threshold else left
        predictions[n] = node
    return predictions
