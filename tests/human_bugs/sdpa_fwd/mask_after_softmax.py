# bug: The mask is applied after the softmax, so the rows no longer sum to 1.
# output: out, attn
# line: 13
# accept: mask-after-softmax
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    scores = scores - scores.max(axis=-1, keepdims=True)
    attn = np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)
    if mask is not None:
        attn = attn * mask
    return attn @ v, attn
