"""Einsum with an ellipsis for the leading axes and a finite, very negative fill."""

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    logits = np.einsum("...td,...sd->...ts", q, k) * q.shape[-1] ** -0.5
    if mask is not None:
        logits[..., ~mask] = np.finfo(logits.dtype).min
    logits -= np.amax(logits, axis=-1, keepdims=True)
    attn = np.exp(logits)
    attn /= np.einsum("...ts->...t", attn)[..., None]
    return np.einsum("...ts,...sd->...td", attn, v), attn
