# bug: The MSE part of the gradient is not multiplied by lam.
# output: dz
# line: 16, 18
# accept: lambda-missing, weight-forgotten
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    m = z.max(axis=1, keepdims=True)
    lse = m + np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    p = np.exp(z - lse)
    loss_ce = (lse[:, 0] - z[range(N), y]).mean()
    loss_mse = ((p - t) ** 2).mean()
    grad_ce = (p - np.eye(C)[y]) / N
    g = 2 * (p - t) / (N * C)
    grad_mse = p * (g - np.sum(p * g, axis=1, keepdims=True))
    return loss_ce + lam * loss_mse, grad_ce + grad_mse
