"""Walks over the keys once with a running maximum, normaliser and weighted sum."""

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    *lead, T, dk = q.shape
    S, dv = v.shape[-2], v.shape[-1]
    visible = np.ones((T, S), dtype=bool) if mask is None else np.asarray(mask, dtype=bool)
    scores = np.empty((*lead, T, S))
    peak = np.full((*lead, T), -np.inf)
    norm = np.zeros((*lead, T))
    acc = np.zeros((*lead, T, dv))
    for s in range(S):
        score = (q * k[..., s : s + 1, :]).sum(axis=-1) / np.sqrt(dk)
        score = np.where(visible[:, s], score, -np.inf)
        scores[..., s] = score
        new_peak = np.maximum(peak, score)
        safe = np.where(np.isfinite(new_peak), new_peak, 0.0)
        decay = np.exp(peak - safe)
        weight = np.exp(score - safe)
        norm = norm * decay + weight
        acc = acc * decay[..., None] + weight[..., None] * v[..., s : s + 1, :]
        peak = new_peak
    attn = np.exp(scores - peak[..., None]) / norm[..., None]
    return acc / norm[..., None], attn
