"""Hides forbidden scores in a numpy.ma masked array and fills them with zero weight at the end."""

import numpy as np


def scaled_dot_product_attention(q, k, v, mask=None):
    scores = np.matmul(q, k.swapaxes(-1, -2)) / q.shape[-1] ** 0.5
    hidden = np.zeros(scores.shape, bool) if mask is None else np.broadcast_to(~mask, scores.shape)
    scores = np.ma.masked_array(scores, mask=hidden)
    weights = np.ma.exp(scores - scores.max(axis=-1)[..., None])
    weights = (weights / weights.sum(axis=-1)[..., None]).filled(0.0)
    return np.matmul(weights, v), weights
