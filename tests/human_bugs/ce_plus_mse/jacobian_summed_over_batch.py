# bug: The inner product of the softmax Jacobian is summed over the batch (axis 0) instead of over the classes.
# output: dz
# line: 16
# accept: sum-axis
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    loss = -logp[np.arange(N), y].mean() + lam * np.mean((p - t) ** 2)
    dce = (p - np.eye(C)[y]) / N
    g = 2 * lam * (p - t) / p.size
    dz = dce + p * (g - np.sum(g * p, axis=0, keepdims=True))
    return loss, dz
