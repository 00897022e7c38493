"""Grouped-query attention, forward: several query heads share one head of keys and values.

Conventions: x (N, T, D), Wq and Wo (D, D), Wk and Wv (D, G·Dh), no biases, with Dh = D / heads; head h
owns the columns h·Dh … (h+1)·Dh − 1; the query heads of a group are neighbours: query head h uses
key-value head h // (heads / G). No mask.
"""

import numpy as np


def grouped_query_attention(
    x: np.ndarray,
    Wq: np.ndarray,
    Wk: np.ndarray,
    Wv: np.ndarray,
    Wo: np.ndarray,
    num_heads: int,
    num_kv_heads: int,
) -> np.ndarray:
    """Attention with fewer heads of keys and values than of queries.

    q = x·Wq in `num_heads` heads,  k, v = x·Wk, x·Wv in `num_kv_heads` heads, all of width Dh;
    head h = softmax(q_h·k_gᵀ / √Dh)·v_g with g = h // (num_heads / num_kv_heads);  out = [heads]·Wo

    x: (N, T, D); Wq, Wo: (D, D); Wk, Wv: (D, G·Dh); num_heads divides D, num_kv_heads = G divides
    num_heads (G = num_heads is multi-head, G = 1 multi-query attention). Returns out (N, T, D).

    >>> x, zero = np.array([[[1.0, 3.0]]]), np.zeros((2, 2))
    >>> grouped_query_attention(x, zero, zero[:, :1], np.ones((2, 1)), np.eye(2), 2, 1).tolist()
    [[[4.0, 4.0]]]
    """
    n, steps, width = x.shape
    head = width // num_heads
    group = num_heads // num_kv_heads

    def split(a: np.ndarray, count: int) -> np.ndarray:
        """(N, T, count·Dh) to (N, count, T, Dh)."""
        parts = a.reshape(n, steps, count, head).transpose(0, 2, 1, 3)
        # mistake heads-reshaped-not-split: parts = a.reshape(n, count, steps, head)
        # mistake heads-interleaved: parts = a.reshape(n, steps, head, count).transpose(0, 3, 1, 2)
        return parts

    q = split(x @ Wq, num_heads)
    k, v = split(x @ Wk, num_kv_heads), split(x @ Wv, num_kv_heads)
    # mistake keys-for-values: k, v = split(x @ Wk, num_kv_heads), split(x @ Wk, num_kv_heads)
    k, v = np.repeat(k, group, axis=1), np.repeat(v, group, axis=1)  # neighbours share
    # mistake heads-tiled-not-repeated: k, v = np.tile(k, (1, group, 1, 1)), np.tile(v, (1, group, 1, 1))
    # mistake heads-tiled-not-repeated: k, v = np.repeat(k, group, axis=1), np.tile(v, (1, group, 1, 1))
    # mistake first-kv-head-for-all: k, v = np.repeat(k[:, :1], num_heads, axis=1), np.repeat(v[:, :1], num_heads, axis=1)
    # mistake last-kv-head-for-all: k, v = np.repeat(k[:, -1:], num_heads, axis=1), np.repeat(v[:, -1:], num_heads, axis=1)
    # mistake kv-heads-averaged: k, v = np.repeat(k.mean(axis=1, keepdims=True), num_heads, axis=1), np.repeat(v.mean(axis=1, keepdims=True), num_heads, axis=1)
    # mistake kv-heads-reversed: k, v = np.repeat(k[:, ::-1], group, axis=1), np.repeat(v[:, ::-1], group, axis=1)
    scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(head)
    # mistake scaled-by-model-width: scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(width)
    # mistake head-scale-missing: scores = q @ np.swapaxes(k, 2, 3)
    # mistake root-missing: scores = q @ np.swapaxes(k, 2, 3) / head
    # mistake scaled-by-model-width: scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(num_kv_heads * head)
    # mistake scaled-by-head-count: scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(num_heads)
    # mistake scaled-by-head-count: scores = q @ np.swapaxes(k, 2, 3) / np.sqrt(group)
    weights = np.exp(scores - scores.max(axis=3, keepdims=True))  # exp cannot overflow
    # mistake max-not-subtracted: weights = np.exp(scores)
    attn = weights / np.sum(weights, axis=3, keepdims=True)
    # mistake softmax-over-queries: attn = weights / np.sum(weights, axis=2, keepdims=True)
    # mistake softmax-over-heads: attn = weights / np.sum(weights, axis=1, keepdims=True)
    # mistake normalisation-missing: attn = weights
    heads = attn @ v
    # mistake attention-transposed: heads = np.swapaxes(attn, 2, 3) @ v
    merged = heads.transpose(0, 2, 1, 3).reshape(n, steps, width)
    # mistake heads-merged-without-transpose: merged = heads.reshape(n, steps, width)
    # mistake heads-interleaved: merged = heads.transpose(0, 2, 3, 1).reshape(n, steps, width)
    out = merged @ Wo
    # mistake output-projection-missing: out = merged
    # mistake residual-added: out = merged @ Wo + x
    # mistake transpose-added: out = merged @ Wo.T
    return out
