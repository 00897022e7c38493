# bug: The squared error compares the targets with the logits instead of the probabilities.
# output: loss, dz
# line: 12, 15
# accept: mse-on-logits
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean() + lam * ((z - t) ** 2).mean()
    dz = np.exp(logp)
    dz[np.arange(N), y] -= 1
    dz = dz / N + 2 * lam * (z - t) / (N * C)
    return loss, dz
