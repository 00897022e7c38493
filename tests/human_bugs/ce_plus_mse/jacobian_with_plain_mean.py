# bug: The softmax Jacobian subtracts the plain mean of dp over the classes, where the mean weighted by p belongs.
# output: dz
# line: 16
# accept: softmax-centring-missing, softmax-weight-missing
# edit: behaves as if the term np.sum(dp * p, axis=1, keepdims=True) were missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    loss = -logp[np.arange(N), y].mean() + lam * np.mean((p - t) ** 2)
    dp = 2 * (p - t) / (N * C)
    dp = p * (dp - dp.mean(axis=1, keepdims=True))
    dz = (p - np.eye(C)[y]) / N + lam * dp
    return loss, dz
