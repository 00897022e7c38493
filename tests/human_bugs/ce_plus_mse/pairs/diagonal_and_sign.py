# bug: The softmax Jacobian is reduced to its diagonal.
# bug: The sign of the squared error's residual is flipped.
# output: dz
# line: 19; 19
# accept: jacobian-diagonal-only; sign-flipped
import numpy as np


def ce_plus_mse(z, y, t, lam):
    N, C = z.shape
    loss, dz = 0.0, np.zeros((N, C))
    for n in range(N):
        s = z[n] - z[n].max()
        tot = np.exp(s).sum()
        p = np.exp(s) / tot
        loss += np.log(tot) - s[y[n]] + lam * ((t[n] - p) ** 2).sum() / C
        dz[n] = p
        dz[n, y[n]] -= 1
        dz[n] += lam * 2 / C * (t[n] - p) * p * (1 - p)
    return loss / N, dz / N
