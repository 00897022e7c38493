"""One query at a time with plain scalars for maximum and sum."""

import math

import numpy as np


def flash_attention(q, k, v, block_size):
    out = np.zeros((len(q), v.shape[1]))
    for t, query in enumerate(q):
        m, l, o = -math.inf, 0.0, np.zeros(v.shape[1])
        for start in range(0, len(k), block_size):
            s = k[start : start + block_size] @ query / math.sqrt(len(query))
            new = max(m, s.max())
            p = np.exp(s - new)
            shrink = math.exp(m - new)
            l = l * shrink + p.sum()
            o = o * shrink + p @ v[start : start + block_size]
            m = new
        out[t] = o / l
    return out
