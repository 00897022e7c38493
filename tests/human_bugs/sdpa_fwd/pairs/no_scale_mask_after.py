# bug: The scores are not scaled.
# bug: The mask is applied after the softmax.
# output: out, attn
# line: 10; 14
# accept: attention-scale-missing; mask-after-softmax
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2)
    e = np.exp(scores - scores.max(axis=-1, keepdims=True))
    attn = e / e.sum(axis=-1, keepdims=True)
    if mask is not None:
        attn = np.where(mask, attn, 0)
    return attn @ v, attn
