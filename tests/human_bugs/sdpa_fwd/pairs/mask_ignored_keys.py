# bug: The mask is never used.
# bug: The output multiplies by the keys instead of the values.
# output: out, attn
# line: 10; 13
# accept: mask-ignored; keys-for-values
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    att = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    att = np.exp(att - att.max(axis=-1, keepdims=True))
    att = att / att.sum(axis=-1, keepdims=True)
    return att @ k, att
