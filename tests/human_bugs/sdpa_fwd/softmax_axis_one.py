# bug: The softmax is taken over axis 1, which is not the key axis of a batched input.
# output: out, attn
# line: 16
# accept: softmax-axis, softmax-over-queries
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    d = q.shape[-1]
    scores = q @ np.swapaxes(k, -1, -2) / np.sqrt(d)
    if mask is not None:
        scores = np.where(mask, scores, -1e9)
    scores = scores - scores.max()
    scores = np.maximum(scores, -700)
    attn = np.exp(scores)
    attn = attn / np.sum(attn, axis=1, keepdims=True)
    return attn @ v, attn
