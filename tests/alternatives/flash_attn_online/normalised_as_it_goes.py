"""The output is kept normalised: each block takes its share of the weight."""

import numpy as np


def online_softmax_attention(q, k, v, block_size):
    log_total = np.full(q.shape[0], -np.inf)
    out = np.zeros((q.shape[0], v.shape[1]))
    for start in range(0, k.shape[0], block_size):
        s = q @ k[start : start + block_size].T * q.shape[1] ** -0.5
        top = s.max(axis=1)
        e = np.exp(s - top[:, None])
        log_block = top + np.log(e.sum(axis=1))
        mean = e @ v[start : start + block_size] / e.sum(axis=1)[:, None]
        log_new = np.logaddexp(log_total, log_block)
        out = out * np.exp(log_total - log_new)[:, None] + mean * np.exp(log_block - log_new)[:, None]
        log_total = log_new
    return out
