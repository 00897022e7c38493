# bug: MSE loss divided by N only.
# output: dz, loss
# line: 25
# accept: batch-mean-only
import numpy as np


def softmax(z):
    ez = np.exp(z - np.max(z, axis=1)[:, None])
    return ez / np.sum(ez, axis=1)[:, None]


def back_through_softmax(p, dp):
    inner = np.sum(p * dp, axis=1)[:, None]
    return p * (dp - inner)


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    rows = np.arange(N)
    p = softmax(z)
    picked = p[rows, y]
    ce = -np.sum(np.log(picked)) / N
    err = p - t
    mse = np.sum(err ** 2) / N
    dp = 2.0 * lam * err / (N * C)
    dp[rows, y] -= 1.0 / (N * picked)
    return ce + lam * mse, back_through_softmax(p, dp)
