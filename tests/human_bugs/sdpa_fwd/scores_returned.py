# bug: The masked scores are returned as attn instead of the softmax weights.
# output: attn
# line: 20
# accept: softmax-missing
# edit: behaves as if masked stood where attn belongs
import numpy as np


def softmax(s):
    s = s - s.max(axis=-1, keepdims=True)
    e = np.exp(s)
    return e / e.sum(axis=-1, keepdims=True)


def scaled_dot_product_attention(q, k, v, mask=None):
    attn = q @ k.swapaxes(-1, -2) / np.sqrt(k.shape[-1])
    if mask is not None:
        attn = np.where(mask, attn, -np.inf)
    out = softmax(attn) @ v
    return out, attn
