"""Head by head, each adding its share of the output projection."""

import numpy as np


def cross_attention(x, context, Wq, Wk, Wv, Wo, num_heads, key_mask=None):
    N, T, D = x.shape
    E = D // num_heads
    out = np.zeros((N, T, D))
    for n in range(N):
        source = context[n] if key_mask is None else context[n][key_mask[n]]
        for h in range(num_heads):
            own = slice(h * E, (h + 1) * E)
            s = (x[n] @ Wq[:, own]) @ (source @ Wk[:, own]).T / E**0.5
            e = np.exp(s - s.max(axis=1, keepdims=True))
            out[n] += e / e.sum(axis=1, keepdims=True) @ (source @ Wv[:, own]) @ Wo[own]
    return out
