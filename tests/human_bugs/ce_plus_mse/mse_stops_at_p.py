# bug: The MSE gradient stops at the probabilities: the Jacobian of the softmax is missing.
# output: dz
# line: 18
# accept: softmax-jacobian-missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    shifted = z - z.max(axis=1, keepdims=True)
    logp = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    p = np.exp(logp)
    ce = -np.mean(logp[np.arange(N), y])
    mse = np.mean((p - t) ** 2)
    dz = p.copy()
    dz[np.arange(N), y] -= 1
    dz /= N
    dz += lam * 2 * (p - t) / (N * C)
    return ce + lam * mse, dz
