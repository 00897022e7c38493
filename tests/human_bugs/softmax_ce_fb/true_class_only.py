# bug: Only the logit of the true class gets a gradient, p - 1: those of the other classes stay zero, as if each logit had a sigmoid of its own.
# output: dz
# line: 16
# accept: true-class-only
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    z = z - z.max(axis=1, keepdims=True)
    p = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    loss = 0
    dz = np.zeros((N, C))
    for i in range(N):
        loss += np.log(np.exp(z[i]).sum()) - z[i, y[i]]
        dz[i, y[i]] = p[i, y[i]] - 1
    return loss / N, dz / N
