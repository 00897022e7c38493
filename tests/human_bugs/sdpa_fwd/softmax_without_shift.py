# bug: The exponentials are taken without subtracting the row maximum and overflow for large scores.
# output: out, attn
# line: 12
# accept: max-not-subtracted, exp-overflows
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores[..., ~mask] = -np.inf
    e = np.exp(scores)
    attn = e / np.sum(e, axis=-1, keepdims=True)
    return attn @ v, attn
