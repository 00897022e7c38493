"""Keeps the inputs themselves and computes all keys again: slow, and right."""

import numpy as np


def decode_with_cache(x, Wq, Wk, Wv, cache=None):
    everything = x if cache is None else np.concatenate((cache, x), axis=1)
    first = everything.shape[1] - x.shape[1]
    q, k, v = np.matmul(x, Wq), np.matmul(everything, Wk), np.matmul(everything, Wv)
    scores = np.matmul(q, np.swapaxes(k, 1, 2)) * Wq.shape[1] ** -0.5
    position = first + np.arange(x.shape[1])
    scores[:, position[:, None] < np.arange(everything.shape[1])] = -np.inf
    weights = np.exp(scores - np.max(scores, axis=2, keepdims=True))
    return np.matmul(weights / weights.sum(axis=2, keepdims=True), v), everything
