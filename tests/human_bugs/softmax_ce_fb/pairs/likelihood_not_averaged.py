# bug: The minus of the loss is missing.
# bug: The gradient is not divided by N.
# output: loss, dz
# line: 14; 17
# accept: sign-flipped; mean-missing
import numpy as np


def softmax_loss(z, y):
    N = len(z)
    idx = np.arange(N)
    s = z - z.max(axis=1).reshape(-1, 1)
    logp = s - np.log(np.exp(s).sum(axis=1).reshape(-1, 1))
    loss = np.sum(logp[idx, y]) / N
    grad = np.exp(logp)
    grad[idx, y] = grad[idx, y] - 1
    return loss, grad
