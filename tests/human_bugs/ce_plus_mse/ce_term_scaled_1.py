# bug: Ce term scaled by (1-lam).
# output: dz, loss
# line: 20, 26
# accept: lambda-complement
import numpy as np


def softmax_row(row):
    e = np.exp(row - max(row))
    return e / sum(e)


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    loss = 0.0
    dz = np.zeros((N, C))
    for n in range(N):
        p = softmax_row(z[n])
        diff = p - t[n]
        loss -= (1 - lam) * np.log(p[y[n]]) / N
        loss += lam * np.sum(diff**2) / (N * C)
        onehot = np.zeros(C)
        onehot[y[n]] = 1
        dp = 2 * lam * diff / (N * C)
        J = np.diag(p) - np.outer(p, p)
        dz[n] = (1 - lam) * (p - onehot) / N + J @ dp
    return loss, dz
