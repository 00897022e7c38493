# bug: Scaled by the number of keys.
# output: attn, out
# line: 15
# accept: attention-scale-wrong-axis
import numpy as np


def rowwise_softmax(s):
    s = s - s.max(axis=-1, keepdims=True)
    e = np.exp(s)
    return e / e.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = k.shape[-2]
    scores = np.einsum("...td,...sd->...ts", q, k) * d_k**-0.5
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    attn = rowwise_softmax(scores)
    out = np.einsum("...ts,...sv->...tv", attn, v)
    return out, attn
