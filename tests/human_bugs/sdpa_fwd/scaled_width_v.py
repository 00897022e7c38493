# bug: Scaled by the width of v.
# output: attn, out
# line: 11
# accept: attention-scale-wrong-axis
import math

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = v.shape[-1]
    logits = np.einsum("...td,...sd->...ts", q, k) / math.sqrt(d)
    if mask is not None:
        penalty = np.where(mask, 0.0, -np.inf)
        logits = logits + penalty
    logits = logits - logits.max(axis=-1, keepdims=True)
    attn = np.exp(logits)
    attn = attn / attn.sum(axis=-1, keepdims=True)
    out = np.einsum("...ts,...sd->...td", attn, v)
    return out, attn
