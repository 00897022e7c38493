"""The denominator as one more column of values that are all 1."""

import numpy as np


def linear_attention(q, k, v, causal=False):
    def elu_plus_one(x):
        return np.where(x > 0, x, np.expm1(np.where(x > 0, 0, x))) + 1

    fq, fk = elu_plus_one(q), elu_plus_one(k)
    extended = np.concatenate([v, np.ones_like(v[..., :1])], axis=2)
    if not causal:
        both = fq @ (fk.transpose(0, 2, 1) @ extended)
    else:
        outer = np.matmul(fk[:, :, :, None], extended[:, :, None, :])
        both = np.matmul(fq[:, :, None, :], np.add.accumulate(outer, axis=1))[:, :, 0]
    return both[..., :-1] / both[..., -1:]
