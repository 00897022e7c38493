# bug: The squared error is averaged over N instead of N*C.
# output: loss, dz
# line: 15, 16
# accept: batch-mean-only, convention
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - np.max(z, axis=1, keepdims=True)
    e = np.exp(s)
    tot = e.sum(axis=1, keepdims=True)
    p = e / tot
    ce = np.mean(np.log(tot)[:, 0] - s[np.arange(N), y])
    mse = np.sum((p - t) ** 2) / N
    dp = 2 * (p - t) / N
    dz_mse = p * dp - p * np.sum(p * dp, axis=1, keepdims=True)
    dz_ce = p.copy()
    dz_ce[np.arange(N), y] -= 1
    dz_ce /= N
    return ce + lam * mse, dz_ce + lam * dz_mse
