"""Weights cut into heads; einsum."""

import numpy as np


def encoder_decoder_attention(x, context, Wq, Wk, Wv, Wo, num_heads, key_mask=None):
    D = x.shape[-1]
    cut = lambda W: W.reshape(D, num_heads, -1)
    q = np.einsum("ntd,dhe->nthe", x, cut(Wq))
    k = np.einsum("nsd,dhe->nshe", context, cut(Wk))
    v = np.einsum("nsd,dhe->nshe", context, cut(Wv))
    logits = np.einsum("nthe,nshe->nths", q, k) * (D / num_heads) ** -0.5
    if key_mask is not None:
        logits = logits + np.where(key_mask, 0, -np.inf)[:, None, None, :]
    p = np.exp(logits - np.max(logits, axis=-1, keepdims=True))
    p = p / p.sum(-1)[..., None]
    return np.einsum("nths,nshe,hed->ntd", p, v, Wo.reshape(num_heads, -1, D))
