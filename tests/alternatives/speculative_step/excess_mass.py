"""The residual as what is left of p without the overlap; inverse of the distribution function."""

import numpy as np


def accept_probability(p, q, x):
    i = range(len(x))
    return np.where(p[i, x] >= q[i, x], 1.0, p[i, x] / q[i, x])


def residual_distribution(p, q):
    left = p - np.where(p < q, p, q)
    same = ~left.any(axis=1)
    left[same] = p[same]
    return np.einsum("nv,n->nv", left, 1 / left.sum(axis=1))


def speculative_step(p, q, x):
    n, V = p.shape
    tokens = np.array(x)
    refused = np.random.uniform(size=n) >= accept_probability(p, q, x)
    for row in np.nonzero(refused)[0]:
        steps = np.cumsum(residual_distribution(p[row : row + 1], q[row : row + 1])[0])
        tokens[row] = min(int(np.searchsorted(steps, np.random.uniform(), side="right")), V - 1)
    return tokens, ~refused
