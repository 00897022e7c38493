# bug: A causal triangle is applied whenever a mask is given, instead of the mask itself.
# output: out, attn
# line: 12
# accept: none
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    T, S = q.shape[-2], k.shape[-2]
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        mask = np.tril(np.ones((T, S), dtype=bool))
        scores = np.where(mask, scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    attn = np.exp(scores)
    attn = attn / attn.sum(axis=-1, keepdims=True)
    return attn @ v, attn
