"""Sampling from a softmax with temperature; classes are numbered from 0."""

import numpy as np


def probabilities(z, T):
    """q = softmax(z / T); z: (C,). Returns (C,)."""
    e = np.exp((z - z.max()) / T)
    # mistake temperature-multiplied: e = np.exp((z - z.max()) * T)
    return e / e.sum()


def sample(q, n):
    """n independent draws of a class by its probability. Returns integers (n,)."""
    edges = np.cumsum(q)
    return np.minimum(np.searchsorted(edges, np.random.rand(n), side="right"), len(q) - 1)
    # mistake argmax: return np.full(n, q.argmax())
    # mistake uniform: return np.random.randint(0, len(q), n)
    # mistake off-by-one: return np.searchsorted(edges, np.random.rand(n), side="right") + 1
    # mistake one-draw: return np.full(n, np.searchsorted(edges, np.random.rand()))
    # mistake seeded: return np.random.RandomState(1).choice(len(q), n, p=q)
