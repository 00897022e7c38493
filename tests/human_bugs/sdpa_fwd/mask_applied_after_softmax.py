# bug: The mask is applied after the softmax, without renormalising.
# output: out, attn
# line: 10
# accept: mask-after-softmax
import numpy as np

def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = q.shape[-1]
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(d_k)
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    attn = weights / weights.sum(axis=-1, keepdims=True)
    if mask is not None:
        attn = np.where(mask, attn, 0)
    out = attn @ v
    return out, attn
