# bug: The scale is the square root of the number of keys S, taken from the wrong axis of k.
# output: out, attn
# line: 9
# accept: attention-scale-wrong-axis
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scale = 1.0 / np.sqrt(k.shape[-2])
    s = (q * scale) @ np.swapaxes(k, -1, -2)
    if mask is not None:
        s = np.where(mask, s, -np.inf)
    s = s - np.max(s, axis=-1, keepdims=True)
    p = np.exp(s) / np.exp(s).sum(axis=-1, keepdims=True)
    return p @ v, p
