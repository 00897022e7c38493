# bug: The weights are multiplied by the keys instead of the values.
# output: out
# line: 14
# accept: keys-for-values
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    att = np.einsum("...qd,...kd->...qk", q, k) / np.sqrt(q.shape[-1])
    if mask is not None:
        att = np.where(mask, att, -np.inf)
    att = np.exp(att - att.max(axis=-1, keepdims=True))
    att = att / att.sum(axis=-1, keepdims=True)
    out = np.einsum("...qk,...kd->...qd", att, k)
    return out, att
