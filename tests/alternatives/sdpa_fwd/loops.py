"""One query at a time, one allowed key at a time, over any leading axes."""

import math

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    lead = q.shape[:-2]
    T, dk = q.shape[-2:]
    S, dv = v.shape[-2:]
    attn = np.zeros(lead + (T, S))
    out = np.zeros(lead + (T, dv))
    for where in np.ndindex(*lead):
        for i in range(T):
            allowed = [j for j in range(S) if mask is None or mask[i, j]]
            scores = {}
            for j in allowed:
                dot = 0.0
                for d in range(dk):
                    dot += q[where + (i, d)] * k[where + (j, d)]
                scores[j] = dot / math.sqrt(dk)
            top = max(scores.values())
            total = sum(math.exp(s - top) for s in scores.values())
            for j in allowed:
                weight = math.exp(scores[j] - top) / total
                attn[where + (i, j)] = weight
                for d in range(dv):
                    out[where + (i, d)] += weight * v[where + (j, d)]
    return out, attn
