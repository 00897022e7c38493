# bug: The squared error compares t with the logits in the loss.
# output: loss
# line: 14
# accept: mse-on-logits
import numpy as np

def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    shifted = z - z.max(axis=1, keepdims=True)
    expz = np.exp(shifted)
    p = expz / expz.sum(axis=1, keepdims=True)
    logp = shifted - np.log(expz.sum(axis=1, keepdims=True))
    ce = -logp[np.arange(N), y].mean()
    mse = np.mean((z - t) ** 2)
    loss = ce + lam * mse

    dce = p.copy()
    dce[np.arange(N), y] -= 1
    dce /= N
    dp = 2 * lam * (p - t) / (N * C)
    dmse = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    return loss, dce + dmse
