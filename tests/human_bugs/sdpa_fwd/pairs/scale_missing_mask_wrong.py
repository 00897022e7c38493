# bug: Scale missing.
# bug: Mask on the wrong side.
# output: out, attn
# line: 10; 12
# accept: attention-scale-missing; convention
import numpy as np

def scaled_dot_product_attention(q, k, v, mask=None):
    d_k = q.shape[-1]
    scores = q @ np.swapaxes(k, -1, -2)
    if mask is not None:
        scores = np.where(mask, -np.inf, scores)
    scores = scores - scores.max(axis=-1, keepdims=True)
    weights = np.exp(scores)
    attn = weights / weights.sum(axis=-1, keepdims=True)
    out = attn @ v
    return out, attn
