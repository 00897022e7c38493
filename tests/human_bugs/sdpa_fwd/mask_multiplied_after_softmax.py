# bug: Mask multiplied after the softmax, not renormalised.
# output: attn, out
# line: 17, 19
# accept: mask-after-softmax
import numpy as np


def rowwise_softmax(s):
    s = s - s.max(axis=-1, keepdims=True)
    e = np.exp(s)
    return e / e.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = q.shape[-1]
    scores = np.einsum("...td,...sd->...ts", q, k) * d_k**-0.5
    attn = rowwise_softmax(scores)
    if mask is not None:
        attn = attn * mask
    out = np.einsum("...ts,...sv->...tv", attn, v)
    return out, attn
