"""Lists of heads by np.split; the mask selects exponentials."""

import numpy as np


def cross_attention_forward(x, context, Wq, Wk, Wv, Wo, num_heads, key_mask=None):
    heads = []
    parts = (np.split(a, num_heads, axis=2) for a in (x @ Wq, context @ Wk, context @ Wv))
    for q, k, v in zip(*parts):
        scores = np.matmul(q, k.transpose(0, 2, 1)) / np.sqrt(q.shape[2])
        keep = np.ones(scores.shape, bool)
        if key_mask is not None:
            keep = keep & key_mask[:, None, :]
        scores[~keep] = -np.inf
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        heads.append(np.matmul(weights, v) / weights.sum(axis=-1, keepdims=True))
    return np.concatenate(heads, axis=2) @ Wo
