"""Entry by entry with the math module."""

import math

import numpy as np


def clip_by_global_norm(grads, max_norm):
    total = 0.0
    for g in grads:
        for v in g.flat:
            total += float(v) * float(v)
    total = math.sqrt(total)
    out = []
    for g in grads:
        new = np.array(g, dtype=float)
        if total > max_norm:
            for place in np.ndindex(new.shape):
                new[place] = new[place] * max_norm / total
        out.append(new)
    return out, total
