# bug: The softmax normalises over axis 0, the batch, instead of over the classes.
# output: loss, dz
# line: 10, 12
# accept: softmax-axis
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    shifted = z - z.max(axis=0, keepdims=True)
    e = np.exp(shifted)
    logp = shifted - np.log(e.sum(axis=0, keepdims=True))
    loss = -np.mean(logp[np.arange(N), y])
    dz = np.exp(logp)
    dz[np.arange(N), y] -= 1
    dz /= N
    return loss, dz
