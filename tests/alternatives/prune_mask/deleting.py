"""Zeros written into copies at flat places; filters deleted."""

import numpy as np


def magnitude_prune(W, sparsity):
    pruned = W.copy()
    places = np.argsort(np.abs(W).flatten(), kind="mergesort")[: int(W.size * sparsity)]
    pruned.reshape(-1)[places] = 0
    mask = np.full(W.shape, True)
    mask[np.unravel_index(places, W.shape)] = False
    return pruned, mask


def global_prune(weights, sparsity):
    joined = np.concatenate([w.flatten() for w in weights])
    joined, _ = magnitude_prune(joined, sparsity)
    result = []
    for w in weights:
        result.append(joined[: w.size].reshape(w.shape))
        joined = joined[w.size :]
    return result


def filter_prune(W, b, W_next, k):
    norms = np.linalg.norm(W.reshape(len(W), -1), ord=1, axis=1)
    gone = np.argsort(norms, kind="stable")[:k]
    return np.delete(W, gone, axis=0), np.delete(b, gone), np.delete(W_next, gone, axis=1)
