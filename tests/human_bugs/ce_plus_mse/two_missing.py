# bug: The factor 2 of the square is missing in the gradient of the squared error.
# output: dz
# line: 17
# accept: factor-two-dropped
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    logp = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean() + lam * np.square(p - t).mean()
    dz = p.copy()
    dz[np.arange(N), y] -= 1
    dz /= N
    err = (p - t) / (N * C)
    dz += lam * p * (err - (err * p).sum(axis=1, keepdims=True))
    return loss, dz
