# bug: The one is subtracted from p in place before the squared error uses it, since dz is not a copy.
# output: loss, dz
# line: 14
# accept: none
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    loss = -logp[np.arange(N), y].mean()
    dz = p
    dz[np.arange(N), y] -= 1
    loss += lam * np.mean((p - t) ** 2)
    dp = 2 * lam * (p - t) / (N * C)
    return loss, dz / N + p * (dp - (dp * p).sum(axis=1, keepdims=True))
