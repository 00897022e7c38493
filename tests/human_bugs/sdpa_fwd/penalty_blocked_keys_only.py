# bug: The penalty for blocked keys is only -1, so they still get weight.
# output: out, attn
# line: 18
# accept: mask-added
import math
import numpy as np

def softmax(s, axis):
    s = s - np.amax(s, axis=axis, keepdims=True)
    e = np.exp(s)
    return e / np.sum(e, axis=axis, keepdims=True)

def sdpa(q, k, v, mask=None):
    scale = 1 / math.sqrt(k.shape[-1])
    logits = np.einsum("...td,...sd->...ts", q, k) * scale
    if mask is not None:
        blocked = ~mask
        logits = logits + blocked * -1.0
    attn = softmax(logits, axis=-1)
    out = np.einsum("...ts,...sd->...td", attn, v)
    return out, attn
