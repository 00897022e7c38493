# bug: The additive mask is only -10, so forbidden keys keep some weight when scores are large.
# output: out, attn
# line: 11
# accept: mask-too-weak
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    s = q @ k.swapaxes(-1, -2) / q.shape[-1] ** 0.5
    if mask is not None:
        s = s + (1 - mask.astype(float)) * -10
    s = s - s.max(axis=-1, keepdims=True)
    a = np.exp(s)
    a = a / a.sum(axis=-1, keepdims=True)
    return a @ v, a
