"""How many weights come before each one, counted pair by pair."""

import numpy as np


def before(values):
    a = np.abs(np.asarray(values)).ravel()
    first = np.arange(a.size)
    less = (a[None] < a[:, None]) | ((a[None] == a[:, None]) & (first[None] < first[:, None]))
    return less.sum(axis=1)


def magnitude_prune(W, sparsity):
    mask = before(W).reshape(W.shape) >= int(sparsity * W.size)
    return W * mask, mask


def global_prune(weights, sparsity):
    ranks = before(np.concatenate([w.ravel() for w in weights]))
    limit = int(sparsity * len(ranks))
    ends = np.cumsum([0] + [w.size for w in weights])
    return [
        w * (ranks[a:z].reshape(w.shape) >= limit) for w, a, z in zip(weights, ends, ends[1:])
    ]


def filter_prune(W, b, W_next, k):
    keep = before(np.einsum("fchw->f", np.abs(W))) >= k
    return W[keep], b[keep], W_next[:, keep]
