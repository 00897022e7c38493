"""Ranks of the magnitudes by sorting pairs."""

import numpy as np


def smallest(values, count):
    pairs = sorted((abs(float(v)), i) for i, v in enumerate(values))
    return {i for _, i in pairs[:count]}


def prune_by_magnitude(W, sparsity):
    gone = smallest(W.ravel(), int(np.floor(sparsity * W.size)))
    mask = np.array([i not in gone for i in range(W.size)]).reshape(W.shape)
    return np.where(mask, W, 0), mask


def global_magnitude_prune(weights, sparsity):
    flat = [v for w in weights for v in w.ravel()]
    gone = smallest(flat, int(np.floor(sparsity * len(flat))))
    out, start = [], 0
    for w in weights:
        kept = [0 if start + i in gone else v for i, v in enumerate(w.ravel())]
        out.append(np.array(kept).reshape(w.shape))
        start += w.size
    return out


def prune_filters(W, b, W_next, k):
    gone = smallest([np.abs(f).sum() for f in W], k)
    keep = [i for i in range(len(W)) if i not in gone]
    return W[keep], b[keep], W_next[:, keep]
