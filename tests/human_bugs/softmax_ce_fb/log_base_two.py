# bug: Log base two.
# output: dz, loss
# line: 12
# accept: none
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    onehot = np.eye(C)[y]
    zmax = z.max(axis=1, keepdims=True)
    lse = zmax + np.log2(np.exp(z - zmax).sum(axis=1, keepdims=True))
    logp = z - lse
    loss = -(onehot * logp).sum() / N
    dz = (np.exp(logp) - onehot) / N
    return loss, dz
