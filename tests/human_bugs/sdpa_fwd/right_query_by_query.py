import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    T, dk = q.shape[-2:]
    S = k.shape[-2]
    attn = np.zeros(q.shape[:-1] + (S,))
    out = np.zeros(q.shape[:-1] + (v.shape[-1],))
    for lead in np.ndindex(*q.shape[:-2]):
        for t in range(T):
            allowed = [s for s in range(S) if mask is None or mask[t, s]]
            scores = {s: np.dot(q[lead][t], k[lead][s]) / dk**0.5 for s in allowed}
            top = max(scores.values())
            weights = {s: np.exp(scores[s] - top) for s in allowed}
            total = sum(weights.values())
            for s in allowed:
                attn[lead][t, s] = weights[s] / total
                out[lead][t] += attn[lead][t, s] * v[lead][s]
    return out, attn
