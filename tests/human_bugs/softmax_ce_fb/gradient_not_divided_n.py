# bug: Gradient not divided by N.
# output: dz
# line: 15
# accept: mean-missing
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    onehot = np.eye(C)[y]
    zmax = z.max(axis=1, keepdims=True)
    lse = zmax + np.log(np.exp(z - zmax).sum(axis=1, keepdims=True))
    logp = z - lse
    loss = -(onehot * logp).sum() / N
    dz = np.exp(logp) - onehot
    return loss, dz
