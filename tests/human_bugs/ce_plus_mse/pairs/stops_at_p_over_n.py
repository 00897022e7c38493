# bug: The MSE gradient stops at the probabilities.
# bug: The squared error is averaged over N instead of N*C.
# output: loss, dz
# line: 15; 14, 15
# accept: softmax-jacobian-missing; batch-mean-only, element-mean-missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    loss = -logp[np.arange(N), y].mean() + lam * ((p - t) ** 2).sum() / N
    dz = (p - np.eye(C)[y]) / N + 2 * lam * (p - t) / N
    return loss, dz
