# bug: The one is subtracted from whole columns.
# bug: The loss is divided by the number of entries N*C.
# output: loss, dz
# line: 15; 13
# accept: broadcast-over-rows; mean-over-classes
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    s = z - z.max(axis=1, keepdims=True)
    lse = np.log(np.exp(s).sum(axis=1))
    loss = np.sum(lse - s[np.arange(N), y]) / (N * C)
    dz = np.exp(s) / np.exp(s).sum(axis=1, keepdims=True)
    dz[:, y] -= 1
    return loss, dz / N
