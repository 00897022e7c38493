# bug: Forbidden scores are set to 0.
# bug: The scale uses d_v.
# output: out, attn
# line: 12; 13
# accept: mask-with-zero; attention-scale-wrong-axis
import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = q @ k.swapaxes(-1, -2)
    if mask is not None:
        scores = np.where(mask, scores, 0.0)
    scores = scores / np.sqrt(v.shape[-1])
    w = np.exp(scores - scores.max(-1, keepdims=True))
    w /= w.sum(-1, keepdims=True)
    return w @ v, w
