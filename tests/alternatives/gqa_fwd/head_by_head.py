"""Query head h looks up its head of keys by h // R."""

import numpy as np


def gqa_forward(x, Wq, Wk, Wv, Wo, num_heads, num_kv_heads):
    D = x.shape[2]
    E = D // num_heads
    out = 0
    for h in range(num_heads):
        g = h * num_kv_heads // num_heads
        mine, shared = slice(h * E, h * E + E), slice(g * E, g * E + E)
        q, k, v = x @ Wq[:, mine], x @ Wk[:, shared], x @ Wv[:, shared]
        s = q @ k.swapaxes(1, 2) * E**-0.5
        w = np.exp(s - s.max(axis=2, keepdims=True))
        out = out + (w @ v / w.sum(axis=2, keepdims=True)) @ Wo[mine]
    return out
