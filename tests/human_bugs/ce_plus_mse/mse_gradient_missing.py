# bug: The gradient is that of the cross-entropy alone: the squared error is not differentiated.
# output: dz
# line: 16, 17
# accept: second-term-missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    loss = -logp[np.arange(N), y].mean() + lam * ((p - t) ** 2).sum() / (N * C)
    dz = p.copy()
    dz[np.arange(N), y] -= 1
    dz /= N
    return loss, dz
