# bug: Forbidden scores are set to 0 instead of minus infinity, so they still take part in the softmax.
# output: out, attn
# line: 12
# accept: mask-with-zero
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = q.shape[-1]
    scores = np.einsum("...id,...jd->...ij", q, k) / np.sqrt(d_k)
    if mask is not None:
        scores = scores * mask
    exp = np.exp(scores - scores.max(axis=-1, keepdims=True))
    attn = exp / exp.sum(axis=-1, keepdims=True)
    out = np.einsum("...ij,...jd->...id", attn, v)
    return out, attn
