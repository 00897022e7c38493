# bug: The squared error loss is averaged over the classes only (N forgotten).
# output: loss
# line: 19
# accept: none
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
            loss += lam * err ** 2 / C
            gp[c] = 2 * lam * err / (N * C)
        inner = np.dot(gp, p)
        for c in range(C):
            target = 1.0 if c == y[n] else 0.0
            dz[n, c] = (p[c] - target) / N + p[c] * (gp[c] - inner)
    return loss, dz
