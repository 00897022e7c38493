"""np.split along the features, an attention function, np.concatenate."""

import numpy as np


def attend(q, k, v, mask):
    logits = np.matmul(q, np.swapaxes(k, -2, -1)) / np.sqrt(k.shape[-1])
    if mask is not None:
        logits[:, ~mask] = -np.inf
    logits = logits - logits.max(axis=-1, keepdims=True)
    p = np.exp(logits)
    p /= p.sum(axis=-1, keepdims=True)
    return np.matmul(p, v)


def multi_head_attention(x, Wq, Wk, Wv, Wo, num_heads, mask=None):
    qs, ks, vs = (np.split(np.dot(x, W), num_heads, axis=-1) for W in (Wq, Wk, Wv))
    heads = [attend(q, k, v, mask) for q, k, v in zip(qs, ks, vs)]
    return np.dot(np.concatenate(heads, axis=-1), Wo)
