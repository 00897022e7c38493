"""Scales the queries first, and multiplies the exponentials by the mask instead of filling scores."""

import numpy as np


def sdpa(q, k, v, mask=None):
    if mask is None:
        mask = np.ones((q.shape[-2], k.shape[-2]), dtype=bool)
    scaled_q = q / np.sqrt(k.shape[-1])
    similarity = np.matmul(scaled_q, np.moveaxis(k, -1, -2))
    best_allowed = np.max(similarity, axis=-1, keepdims=True, where=mask, initial=-np.inf)
    unnormalised = np.exp(np.minimum(similarity - best_allowed, 0)) * mask
    row_sums = np.sum(unnormalised, axis=-1, keepdims=True)
    return np.matmul(unnormalised, v) / row_sums, unnormalised / row_sums
