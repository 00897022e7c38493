# bug: The residual of the squared error is t - p, so its gradient has the wrong sign.
# output: dz
# line: 15
# accept: sign-flipped
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    p = np.exp(logp)
    r = t - p
    loss = -logp[np.arange(N), y].mean() + lam * np.mean(r**2)
    g = 2 * lam * r / (N * C)
    dmse = p * (g - np.sum(g * p, axis=1, keepdims=True))
    dce = (p - np.eye(C)[y]) / N
    return loss, dce + dmse
