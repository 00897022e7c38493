"""Magnitude pruning of single weights, within a layer and over all layers, and of whole filters.

Conventions: sparsity is the share of weights that become 0, and ⌊sparsity · number⌋ of them do; of
equal magnitudes the one that comes first (in flattened order, layer by layer) is pruned first.
"""

import numpy as np


def magnitude_prune(W: np.ndarray, sparsity: float) -> tuple[np.ndarray, np.ndarray]:
    """Set the weights of smallest magnitude in one layer to zero.

    W: weights of any shape; sparsity: from 0 to 1. Exactly ⌊sparsity · W.size⌋ weights are pruned.
    Returns the pruned weights and the mask, True where a weight is kept, both in the shape of W.

    >>> pruned, mask = magnitude_prune(np.array([[3.0, -1.0], [0.5, -2.0]]), 0.5)
    >>> pruned.tolist(), mask.tolist()
    ([[3.0, -0.0], [0.0, -2.0]], [[True, False], [False, True]])
    """
    count = int(sparsity * W.size)
    # mistake count-rounded-up: count = int(np.ceil(sparsity * W.size))
    # mistake sparsity-as-density: count = W.size - int(sparsity * W.size)
    # A threshold would prune all or none of the weights that equal it; a sorted order counts exactly.
    order = np.argsort(np.abs(W), axis=None, kind="stable")
    # mistake signed-weights-sorted: order = np.argsort(W, axis=None, kind="stable")
    # mistake largest-pruned: order = np.argsort(-np.abs(W), axis=None, kind="stable")
    mask = np.ones(W.size, dtype=bool)
    mask[order[:count]] = False
    # mistake rank-for-place: mask = order >= count
    # mistake ties-all-pruned: mask = (np.abs(W) > np.sort(np.abs(W), axis=None)[count - 1]).ravel() if count else mask
    # mistake ties-all-kept: mask = (np.abs(W) >= np.sort(np.abs(W), axis=None)[min(count, W.size - 1)]).ravel()
    # mistake quantile-for-count: mask = (np.abs(W) > np.quantile(np.abs(W), sparsity)).ravel()
    # mistake threshold-of-largest: mask = (np.abs(W) > sparsity * np.abs(W).max()).ravel()
    # mistake sparsity-as-threshold: mask = (np.abs(W) > sparsity).ravel()
    # mistake pruned-row-by-row: mask = (np.argsort(np.argsort(np.abs(W), axis=-1, kind="stable"), axis=-1) >= int(sparsity * W.shape[-1])).ravel()
    mask = mask.reshape(W.shape)
    # mistake mask-marks-pruned: mask = ~mask.reshape(W.shape)
    pruned = W * mask
    # mistake magnitudes-returned: pruned = np.abs(W) * mask
    # mistake weights-binarised: pruned = 1.0 * mask
    # mistake mask-not-applied: pruned = 1.0 * W
    return pruned, mask


def global_prune(weights: list[np.ndarray], sparsity: float) -> list[np.ndarray]:
    """Prune all layers together: the smallest magnitudes of the whole network become zero.

    weights: a list of arrays of any shapes. Exactly ⌊sparsity · total number⌋ weights are pruned, so
    that layers may differ in how much they lose. Returns the pruned arrays in the same order.

    >>> [w.tolist() for w in global_prune([np.array([5.0, 4.0]), np.array([1.0, 9.0, 2.0])], 0.4)]
    [[5.0, 4.0], [0.0, 9.0, 0.0]]
    """
    flat = np.concatenate([w.ravel() for w in weights])
    count = int(sparsity * flat.size)
    # mistake sparsity-as-density: count = flat.size - int(sparsity * flat.size)
    # mistake count-rounded-up: count = int(np.ceil(sparsity * flat.size))
    mask = np.ones(flat.size, dtype=bool)
    mask[np.argsort(np.abs(flat), kind="stable")[:count]] = False
    # mistake signed-weights-sorted: mask[np.argsort(flat, kind="stable")[:count]] = False
    # mistake largest-pruned: mask[np.argsort(-np.abs(flat), kind="stable")[:count]] = False
    # mistake quantile-for-count: mask = np.abs(flat) > np.quantile(np.abs(flat), sparsity)
    # mistake ties-all-pruned: mask = np.abs(flat) > np.sort(np.abs(flat))[count - 1] if count else mask
    # mistake layer-thresholds-averaged: mask = np.abs(flat) > np.mean([np.quantile(np.abs(w), sparsity) for w in weights])
    kept = np.where(mask, flat, 0.0)
    ends = np.cumsum([w.size for w in weights])[:-1]
    parts = np.split(kept, ends)
    # mistake pruned-layer-by-layer: parts = [magnitude_prune(w, sparsity)[0] for w in weights]
    # mistake one-layer-pruned: parts = [magnitude_prune(w, sparsity if n == 0 else 0.0)[0] for n, w in enumerate(weights)]
    # mistake layer-offset-missing: parts = [np.where(mask[: w.size], w.ravel(), 0.0) for w in weights]
    pruned = [part.reshape(w.shape) for part, w in zip(parts, weights, strict=True)]
    return pruned


def filter_prune(
    W: np.ndarray, b: np.ndarray, W_next: np.ndarray, k: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Remove the k filters of smallest L1 norm, and what belonged to them in the next layer.

    W: kernels (F, C, HH, WW); b: biases (F,); W_next: kernels of the next layer (G, F, hh, ww);
    k < F: how many filters go. The others keep their order.
    Returns W' (F−k, C, HH, WW), b' (F−k,) and W_next' (G, F−k, hh, ww).

    >>> W, W_next = np.ones((3, 2, 1, 1)) * [[[[2]]], [[[1]]], [[[3]]]], np.ones((5, 3, 2, 2))
    >>> [each.shape for each in filter_prune(W, np.zeros(3), W_next, 1)]
    [(2, 2, 1, 1), (2,), (5, 2, 2, 2)]
    """
    norms = np.abs(W).sum(axis=(1, 2, 3))
    # mistake l2-norm-for-l1: norms = np.sqrt((W**2).sum(axis=(1, 2, 3)))
    # mistake signed-sum-for-norm: norms = W.sum(axis=(1, 2, 3))
    # mistake signed-sum-for-norm: norms = np.abs(W.sum(axis=(1, 2, 3)))
    # mistake channels-for-filters: norms = np.abs(W).sum(axis=(0, 2, 3))
    # mistake largest-weight-for-norm: norms = np.abs(W).max(axis=(1, 2, 3))
    # mistake biases-for-norms: norms = np.abs(b)
    # mistake next-layer-norms: norms = np.abs(W_next).sum(axis=(0, 2, 3))
    order = np.argsort(norms, kind="stable")
    # mistake largest-pruned: order = np.argsort(-norms, kind="stable")
    keep = np.sort(order[k:])
    # mistake filters-reordered: keep = order[k:]
    # mistake number-kept-for-removed: keep = np.sort(order[len(norms) - k :])
    # mistake first-filters-removed: keep = np.arange(k, len(norms))
    W_small, b_small, next_small = W[keep], b[keep], W_next[:, keep]
    # mistake following-inputs-kept: W_small, b_small, next_small = W[keep], b[keep], W_next
    # mistake biases-of-pruned-kept: W_small, b_small, next_small = W[keep], b, W_next[:, keep]
    # mistake next-filters-removed: W_small, b_small, next_small = W[keep], b[keep], W_next[keep]
    # mistake zeroed-not-removed: W_small, b_small, next_small = W * np.isin(np.arange(len(b)), keep)[:, None, None, None], b * np.isin(np.arange(len(b)), keep), W_next
    return W_small, b_small, next_small
