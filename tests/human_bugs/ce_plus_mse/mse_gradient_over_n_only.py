# bug: The gradient of the squared error is divided by N, although the loss divides by N*C.
# output: dz
# line: 19
# accept: batch-mean-only, element-mean-missing
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    loss, dz = 0.0, np.zeros((N, C))
    for i in range(N):
        zi = z[i] - np.max(z[i])
        pi = np.exp(zi) / np.exp(zi).sum()
        loss += np.log(np.exp(zi).sum()) - zi[y[i]]
        loss += lam * np.mean((pi - t[i]) ** 2)
        J = np.diag(pi) - np.outer(pi, pi)
        d = pi.copy()
        d[y[i]] -= 1
        dz[i] = d + lam * J @ (2 * (pi - t[i]))
    return loss / N, dz / N
