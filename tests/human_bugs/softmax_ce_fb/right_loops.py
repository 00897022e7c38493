import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    loss = 0.0
    dz = np.zeros((N, C))
    for n in range(N):
        top = max(z[n])
        e = [np.exp(z[n, c] - top) for c in range(C)]
        total = sum(e)
        loss += np.log(total) - (z[n, y[n]] - top)
        for c in range(C):
            dz[n, c] = e[c] / total
            if c == y[n]:
                dz[n, c] -= 1
    return loss / N, dz / N
