# bug: Maximum added back though not subtracted.
# output: dz, loss
# line: 13
# accept: none
# edit: behaves as if `z` stood where `shifted` belongs
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    onehot = np.eye(C)[y]
    zmax = z.max(axis=1, keepdims=True)
    lse = zmax + np.log(np.exp(z).sum(axis=1, keepdims=True))
    logp = z - lse
    loss = -(onehot * logp).sum() / N
    dz = (np.exp(logp) - onehot) / N
    return loss, dz
