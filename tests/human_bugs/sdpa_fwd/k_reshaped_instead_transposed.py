# bug: K reshaped instead of transposed.
# output: attn, out
# line: 13
# accept: none
# edit: behaves as if `k` were reshaped where it must be transposed
import math

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = q.shape[-1]
    logits = q @ k.reshape(k.shape[:-2] + (d, -1)) / math.sqrt(d)
    if mask is not None:
        penalty = np.where(mask, 0.0, -np.inf)
        logits = logits + penalty
    logits = logits - logits.max(axis=-1, keepdims=True)
    attn = np.exp(logits)
    attn = attn / attn.sum(axis=-1, keepdims=True)
    out = np.einsum("...ts,...sd->...td", attn, v)
    return out, attn
