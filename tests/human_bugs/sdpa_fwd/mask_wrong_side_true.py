# bug: Mask on the wrong side: true entries are blocked.
# output: out, attn
# line: 11
# accept: convention
import numpy as np

def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = q.shape[-1]
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(d_k)
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    attn = weights / weights.sum(axis=-1, keepdims=True)
    out = attn @ v
    return out, attn
