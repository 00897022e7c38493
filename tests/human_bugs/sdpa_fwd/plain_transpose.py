# bug: k.T reverses all axes of a batched array, so the product raises a shape error.
# output: out, attn
# line: 10
# accept: none
# edit: behaves as if -3 stood where -2 belongs
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = np.matmul(q, k.T) / np.sqrt(q.shape[-1])
    if mask is not None:
        scores = np.where(mask, scores, -np.inf)
    scores = scores - scores.max(axis=-1, keepdims=True)
    attn = np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)
    return attn @ v, attn
