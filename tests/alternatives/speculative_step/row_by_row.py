"""Row by row, drawn with `np.random.choice`."""

import numpy as np


def acceptance_probability(p, q, x):
    return np.array([min(1.0, p[n][x[n]] / q[n][x[n]]) for n in range(len(x))])


def adjusted_distribution(p, q):
    out = []
    for a, b in zip(p, q, strict=True):
        rest = [max(u - v, 0.0) for u, v in zip(a, b, strict=True)]
        total = sum(rest)
        out.append([r / total for r in rest] if total > 0 else list(a))
    return np.array(out)


def spec_accept(p, q, x):
    accept, rest = acceptance_probability(p, q, x), adjusted_distribution(p, q)
    tokens, kept = [], []
    for n in range(len(x)):
        keep = bool(np.random.rand() <= accept[n])
        kept.append(keep)
        tokens.append(x[n] if keep else np.random.choice(len(rest[n]), p=rest[n]))
    return np.array(tokens), np.array(kept)
