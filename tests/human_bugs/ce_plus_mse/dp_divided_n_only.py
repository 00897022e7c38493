# bug: Dp divided by N only, the C is missing.
# output: dz
# line: 20
# accept: batch-mean-only
import numpy as np

def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    shifted = z - z.max(axis=1, keepdims=True)
    expz = np.exp(shifted)
    p = expz / expz.sum(axis=1, keepdims=True)
    logp = shifted - np.log(expz.sum(axis=1, keepdims=True))
    ce = -logp[np.arange(N), y].mean()
    mse = np.mean((p - t) ** 2)
    loss = ce + lam * mse

    dce = p.copy()
    dce[np.arange(N), y] -= 1
    dce /= N
    dp = 2 * lam * (p - t) / N
    dmse = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    return loss, dce + dmse
