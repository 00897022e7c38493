# bug: Scale uses the number of keys S instead of the depth d_k.
# output: out, attn
# line: 14
# accept: attention-scale-wrong-axis
import math
import numpy as np

def softmax(s, axis):
    s = s - np.amax(s, axis=axis, keepdims=True)
    e = np.exp(s)
    return e / np.sum(e, axis=axis, keepdims=True)

def sdpa(q, k, v, mask=None):
    scale = 1 / math.sqrt(k.shape[-2])
    logits = np.einsum("...td,...sd->...ts", q, k) * scale
    if mask is not None:
        blocked = ~mask
        logits = logits + blocked * -1e30
    attn = softmax(logits, axis=-1)
    out = np.einsum("...ts,...sd->...td", attn, v)
    return out, attn
