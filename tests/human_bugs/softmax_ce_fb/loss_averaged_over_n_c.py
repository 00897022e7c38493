# bug: Loss averaged over N*C.
# output: loss
# line: 14
# accept: mean-over-classes
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    onehot = np.eye(C)[y]
    zmax = z.max(axis=1, keepdims=True)
    lse = zmax + np.log(np.exp(z - zmax).sum(axis=1, keepdims=True))
    logp = z - lse
    loss = -(onehot * logp).mean()
    dz = (np.exp(logp) - onehot) / N
    return loss, dz
