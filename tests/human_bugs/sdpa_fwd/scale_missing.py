# bug: The scores are not divided by the square root of d_k at all.
# output: out, attn
# line: 14
# accept: attention-scale-missing
import numpy as np


def softmax(x):
    e = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return e / np.sum(e, axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-2, -1)
    if mask is not None:
        scores = scores + np.where(mask, 0, -np.inf)
    attn = softmax(scores)
    return attn @ v, attn
