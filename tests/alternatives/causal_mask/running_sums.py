"""The lower triangle by multiplying exponentials, shifted by the largest score that is seen."""

import numpy as np


def causal_attention(x, Wq, Wk, Wv):
    q, k, v = x.dot(Wq), x.dot(Wk), x.dot(Wv)
    s = np.matmul(q, k.transpose(0, 2, 1)) / Wq.shape[-1] ** 0.5
    T = x.shape[1]
    seen = np.arange(T)[None, :] <= np.arange(T)[:, None]
    top = np.stack([s[:, t, : t + 1].max(axis=1) for t in range(T)], axis=1)
    e = np.where(seen, np.exp(np.where(seen, s - top[:, :, None], 0.0)), 0.0)
    return np.matmul(e, v) / e.sum(axis=2)[:, :, None]
