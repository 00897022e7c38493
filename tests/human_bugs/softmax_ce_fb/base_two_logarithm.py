# bug: The loss is measured in bits: log2 instead of the natural logarithm.
# output: loss
# line: 12
# accept: log-base-two
import numpy as np


def softmax_loss(z, y):
    N = z.shape[0]
    z = z - z.max(axis=1, keepdims=True)
    log2p = z / np.log(2) - np.log2(np.exp(z).sum(axis=1, keepdims=True))
    loss = -log2p[np.arange(N), y].mean()
    dz = np.exp(z) / np.exp(z).sum(axis=1, keepdims=True)
    dz[np.arange(N), y] -= 1
    return loss, dz / N
