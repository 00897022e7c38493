# bug: Dz: the softmax Jacobian of the squared error is only its diagonal p(1-p).
# output: dz
# line: 21
# accept: jacobian-diagonal-only
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
    dp = 2 * lam * (p - t) / (N * C)
    dmse = dp * p * (1 - p)
    return loss, dce + dmse
