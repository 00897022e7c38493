"""The weights of keys and values are expanded to all heads; then it is multi-head attention."""

import numpy as np


def expand(W, E, R):
    blocks = [W[:, at : at + E] for at in range(0, W.shape[1], E)]
    return np.hstack([block for block in blocks for _ in range(R)])


def gqa(x, Wq, Wk, Wv, Wo, num_heads, num_kv_heads):
    N, T, D = x.shape
    E, R = D // num_heads, num_heads // num_kv_heads
    q, k, v = (
        (x @ W).reshape(N, T, num_heads, E).transpose(0, 2, 1, 3)
        for W in (Wq, expand(Wk, E, R), expand(Wv, E, R))
    )
    s = q @ k.transpose(0, 1, 3, 2) / np.sqrt(E)
    w = np.exp(s - s.max(-1, keepdims=True))
    out = (w / w.sum(-1, keepdims=True)) @ v
    return out.transpose(0, 2, 1, 3).reshape(N, T, D) @ Wo
