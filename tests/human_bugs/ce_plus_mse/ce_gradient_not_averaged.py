# bug: The cross-entropy part of the gradient lacks 1/N.
# output: dz
# line: 16
# accept: mean-missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    z = z - z.max(axis=1, keepdims=True)
    sumexp = np.exp(z).sum(axis=1, keepdims=True)
    p = np.exp(z) / sumexp
    loss = np.mean(np.log(sumexp[:, 0]) - z[np.arange(N), y]) + lam * np.mean((p - t) ** 2)
    dp = 2 * lam * (p - t) / (N * C)
    dz = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    dz += p - np.eye(C)[y]
    return loss, dz
