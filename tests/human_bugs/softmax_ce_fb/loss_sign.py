# bug: The mean log-likelihood is returned: the minus of the loss is missing.
# output: loss
# line: 13
# accept: sign-flipped
import numpy as np


def softmax_loss(z, y):
    N = z.shape[0]
    rows = np.arange(N)
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.sum(np.exp(s), axis=1, keepdims=True))
    loss = logp[rows, y].mean()
    dz = np.exp(logp)
    dz[rows, y] -= 1
    return loss, dz / N
