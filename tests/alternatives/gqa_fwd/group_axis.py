"""The groups get an axis of their own, so that nothing is repeated."""

import numpy as np


def grouped_query_attention(x, Wq, Wk, Wv, Wo, num_heads, num_kv_heads):
    N, T, D = x.shape
    E, R = D // num_heads, num_heads // num_kv_heads
    q = (x @ Wq).reshape(N, T, num_kv_heads, R, E)
    k = (x @ Wk).reshape(N, T, num_kv_heads, E)
    v = (x @ Wv).reshape(N, T, num_kv_heads, E)
    s = np.einsum("ntgre,nsge->ngrts", q, k) / np.sqrt(E)
    a = np.exp(s - s.max(axis=-1, keepdims=True))
    a /= a.sum(axis=-1, keepdims=True)
    return np.einsum("ngrts,nsge->ntgre", a, v).reshape(N, T, D) @ Wo
