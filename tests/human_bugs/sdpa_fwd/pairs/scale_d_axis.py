# bug: The scores are divided by d_k instead of its root.
# bug: The softmax runs over the queries.
# output: out, attn
# line: 11; 14, 16
# accept: root-missing; softmax-over-queries, softmax-axis
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = q.shape[-1]
    scores = np.einsum("...td,...sd->...ts", q, k) / d
    if mask is not None:
        scores = np.where(mask, scores, -1e30)
    scores = scores - scores.max(axis=-2, keepdims=True)
    attn = np.exp(scores)
    attn = attn / attn.sum(axis=-2, keepdims=True)
    return np.einsum("...ts,...sd->...td", attn, v), attn
