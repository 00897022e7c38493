# bug: Mask inverted.
# output: attn, out
# line: 14
# accept: convention
import math

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = q.shape[-1]
    logits = np.einsum("...td,...sd->...ts", q, k) / math.sqrt(d)
    if mask is not None:
        penalty = np.where(mask, -np.inf, 0.0)
        logits = logits + penalty
    logits = logits - logits.max(axis=-1, keepdims=True)
    attn = np.exp(logits)
    attn = attn / attn.sum(axis=-1, keepdims=True)
    out = np.einsum("...ts,...sd->...td", attn, v)
    return out, attn
