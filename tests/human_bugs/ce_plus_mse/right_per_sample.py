import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    loss = 0.0
    dz = np.zeros((N, C))
    for n in range(N):
        s = z[n] - z[n].max()
        lse = np.log(np.exp(s).sum())
        p = np.exp(s - lse)
        onehot = np.zeros(C)
        onehot[y[n]] = 1
        loss += (lse - s[y[n]]) / N + lam * ((p - t[n]) @ (p - t[n])) / (N * C)
        J = np.diag(p) - np.outer(p, p)
        dz[n] = (p - onehot) / N + J @ (2 * lam * (p - t[n]) / (N * C))
    return loss, dz
