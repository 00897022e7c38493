# bug: The cross-entropy of the loss is summed instead of averaged.
# bug: The squared error's gradient lacks the division by C.
# output: loss, dz
# line: 14; 16
# accept: loss-mean-missing; batch-mean-only, element-mean-missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(s).sum(axis=1))
    p = np.exp(s - lse[:, None])
    loss = (lse - s[np.arange(N), y]).sum()
    loss = loss + lam * ((p - t) ** 2).mean()
    up = 2 * lam * (p - t) / N
    dz = (p - np.eye(C)[y]) / N
    dz += p * up - p * (p * up).sum(axis=1, keepdims=True)
    return loss, dz
