# bug: Mask after the softmax, not renormalised.
# output: attn, out
# line: 13
# accept: mask-after-softmax
import math

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = q.shape[-1]
    logits = np.einsum("...td,...sd->...ts", q, k) / math.sqrt(d)
    logits = logits - logits.max(axis=-1, keepdims=True)
    attn = np.exp(logits)
    attn = attn / attn.sum(axis=-1, keepdims=True)
    if mask is not None:
        attn = attn * mask
    out = np.einsum("...ts,...sd->...td", attn, v)
    return out, attn
