"""Torch's reference code: an additive attn_bias of zeros and minus infinities, then softmax."""

import math

import numpy as np


def softmax(input, dim):
    input = input - input.max(axis=dim, keepdims=True)
    exp = np.exp(input)
    return exp / exp.sum(axis=dim, keepdims=True)


def scaled_dot_product_attention(query, key, value, attn_mask=None):
    L, S = query.shape[-2], key.shape[-2]
    scale_factor = 1 / math.sqrt(query.shape[-1])
    attn_bias = np.zeros((L, S))
    if attn_mask is not None:
        attn_bias[np.logical_not(attn_mask)] = float("-inf")
    attn_weight = query @ key.swapaxes(-2, -1) * scale_factor
    attn_weight += attn_bias
    attn_weight = softmax(attn_weight, dim=-1)
    return attn_weight @ value, attn_weight
