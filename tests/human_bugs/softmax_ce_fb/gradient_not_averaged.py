# bug: The gradient is not divided by N although the loss is a mean over the batch.
# output: dz
# line: 15, 16
# accept: mean-missing
import numpy as np


def softmax_loss(z, y):
    z = z - np.max(z, axis=1, keepdims=True)
    p = np.exp(z) / np.sum(np.exp(z), axis=1, keepdims=True)
    N = z.shape[0]
    logsum = np.log(np.sum(np.exp(z), axis=1))
    loss = np.mean(logsum - z[np.arange(N), y])
    dz = p.copy()
    dz[range(N), y] -= 1
    return loss, dz
