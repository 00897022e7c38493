"""Folds the leading axes into one, attends item by item through log-sum-exp, and unfolds again."""

import numpy as np


def _attend(Q, K, V, allowed):
    logits = Q.dot(K.T) / np.sqrt(K.shape[1])
    logits[~allowed] = -np.inf
    log_weights = logits - np.logaddexp.reduce(logits, axis=1)[:, None]
    weights = np.exp(log_weights)
    return weights.dot(V), weights


def scaled_dot_product_attention(q, k, v, mask=None):
    T, S = q.shape[-2], k.shape[-2]
    allowed = np.full((T, S), True) if mask is None else mask
    fold = lambda a: a.reshape((-1,) + a.shape[-2:])
    results = [_attend(*item, allowed) for item in zip(fold(q), fold(k), fold(v))]
    out = np.stack([r[0] for r in results]).reshape(q.shape[:-1] + v.shape[-1:])
    attn = np.stack([r[1] for r in results]).reshape(q.shape[:-1] + (S,))
    return out, attn
