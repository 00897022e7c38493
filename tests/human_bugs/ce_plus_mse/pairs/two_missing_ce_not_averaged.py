# bug: The factor 2 is missing in the gradient of the squared error.
# bug: The cross-entropy gradient lacks 1/N.
# output: dz
# line: 16; 15
# accept: factor-two-dropped; mean-missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    loss = -logp[np.arange(N), y].mean() + lam * ((p - t) ** 2).mean()
    d_ce = p - np.eye(C)[y]
    d_p = lam * (p - t) / (N * C)
    return loss, d_ce + p * (d_p - (d_p * p).sum(axis=1, keepdims=True))
