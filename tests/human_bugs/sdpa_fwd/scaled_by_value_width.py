# bug: The scale uses the width of the values, d_v, instead of d_k.
# output: out, attn
# line: 9
# accept: attention-scale-wrong-axis
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = v.shape[-1]
    logits = np.einsum("...td,...sd->...ts", q, k) / np.sqrt(d)
    if mask is not None:
        logits = np.where(mask, logits, -1e30)
    logits = logits - logits.max(-1, keepdims=True)
    w = np.exp(logits)
    w = w / w.sum(-1, keepdims=True)
    return np.einsum("...ts,...sd->...td", w, v), w
