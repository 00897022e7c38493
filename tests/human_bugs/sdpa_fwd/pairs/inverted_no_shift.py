# bug: The mask is inverted.
# bug: The maximum is not subtracted before the exponential.
# output: out, attn
# line: 12; 13
# accept: mask-inverted, convention; max-not-subtracted, exp-overflows
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    s = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        s = np.where(mask == 0, s, -1e9)
    e = np.exp(s)
    attn = e / e.sum(axis=-1, keepdims=True)
    return attn @ v, attn
