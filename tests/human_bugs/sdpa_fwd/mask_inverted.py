# bug: The mask is read as true where looking is forbidden: the allowed scores are set to minus infinity.
# output: out, attn
# line: 12
# accept: mask-inverted, convention
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    dk = k.shape[-1]
    scores = np.matmul(q, np.swapaxes(k, -1, -2)) / np.sqrt(dk)
    if mask is not None:
        scores = np.where(mask, -1e9, scores)
    scores -= scores.max(axis=-1, keepdims=True)
    attn = np.exp(scores)
    attn /= attn.sum(axis=-1, keepdims=True)
    return np.matmul(attn, v), attn
