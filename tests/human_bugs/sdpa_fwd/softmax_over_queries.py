# bug: The softmax runs over the queries (axis -2) instead of over the keys.
# output: out, attn
# line: 17
# accept: softmax-over-queries, softmax-axis
import numpy as np


def softmax(z, axis):
    z = z - z.max(axis=axis, keepdims=True)
    return np.exp(z) / np.exp(z).sum(axis=axis, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -1e9)
    attn = softmax(scores, axis=-2)
    return attn @ v, attn
