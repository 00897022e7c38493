import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    p = np.exp(z - z.max(1, keepdims=True))
    p = p / p.sum(1, keepdims=True)
    ce = -np.mean(np.log(p[np.arange(N), y]))
    mse = np.mean((p - t) ** 2)
    loss = ce + lam * mse
    dce = p.copy()
    dce[np.arange(N), y] -= 1
    dce /= N
    dp = 2 * (p - t) / (N * C)
    dmse = dp * p * (1 - p)
    dz = dce + lam * dmse
    return loss, dz
