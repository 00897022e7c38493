# bug: The gradient is onehot - p: the sign is flipped.
# output: dz
# line: 16
# accept: sign-flipped
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    zs = z - z.max(1, keepdims=True)
    ex = np.exp(zs)
    p = ex / ex.sum(1, keepdims=True)
    Y = np.zeros((N, C))
    Y[np.arange(N), y] = 1
    loss = -np.sum(Y * (zs - np.log(ex.sum(1, keepdims=True)))) / N
    dz = (Y - p) / N
    return loss, dz
