# bug: Weights normalised over the queries.
# output: attn, out
# line: 18
# accept: softmax-over-queries
import math

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = q.shape[-1]
    logits = np.einsum("...td,...sd->...ts", q, k) / math.sqrt(d)
    if mask is not None:
        penalty = np.where(mask, 0.0, -np.inf)
        logits = logits + penalty
    logits = logits - logits.max(axis=-1, keepdims=True)
    attn = np.exp(logits)
    attn = attn / attn.sum(axis=-2, keepdims=True)
    out = np.einsum("...ts,...sd->...td", attn, v)
    return out, attn
