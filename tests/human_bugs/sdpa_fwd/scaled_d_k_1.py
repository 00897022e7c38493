# bug: Scaled by d_k**-1.
# output: attn, out
# line: 16
# accept: root-missing
import numpy as np


def rowwise_softmax(s):
    s = s - s.max(axis=-1, keepdims=True)
    e = np.exp(s)
    return e / e.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = q.shape[-1]
    scores = np.einsum("...td,...sd->...ts", q, k) * d_k**-1
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    attn = rowwise_softmax(scores)
    out = np.einsum("...ts,...sv->...tv", attn, v)
    return out, attn
