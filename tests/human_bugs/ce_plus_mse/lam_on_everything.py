# bug: lam multiplies the cross-entropy as well as the squared error.
# output: loss, dz
# line: 14, 16
# accept: none
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    onehot = np.eye(C)[y]
    loss = lam * (-(onehot * logp).sum() / N + ((p - t) ** 2).mean())
    dp = 2 * (p - t) / (N * C)
    dz = lam * ((p - onehot) / N + p * (dp - (p * dp).sum(1, keepdims=True)))
    return loss, dz
