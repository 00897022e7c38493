# bug: Inner product is with t instead of p: inner = gp . t[n].
# output: dz
# line: 22
# accept: none
# edit: behaves as if t stood where p belongs
import numpy as np

def ce_plus_mse_loss(z, y, t, lam):
    N, C = z.shape
    loss = 0.0
    dz = np.zeros((N, C))
    for n in range(N):
        row = z[n] - np.max(z[n])
        lognorm = np.log(np.sum(np.exp(row)))
        p = np.exp(row - lognorm)
        loss += -(row[y[n]] - lognorm) / N
        gp = np.zeros(C)
        for c in range(C):
            err = p[c] - t[n, c]
            loss += lam * err ** 2 / (N * C)
            gp[c] = 2 * lam * err / (N * C)
        inner = np.dot(gp, t[n])
        for c in range(C):
            target = 1.0 if c == y[n] else 0.0
            dz[n, c] = (p[c] - target) / N + p[c] * (gp[c] - inner)
    return loss, dz
