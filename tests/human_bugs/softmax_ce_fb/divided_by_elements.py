# bug: Loss and gradient are divided by N*C instead of N, since mean() runs over the whole one-hot matrix.
# output: loss, dz
# line: 13, 14
# accept: mean-over-classes, convention
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    onehot = np.eye(C)[y]
    s = z - z.max(axis=1, keepdims=True)
    logp = s - np.log(np.exp(s).sum(axis=1, keepdims=True))
    loss = -(onehot * logp).mean()
    dz = (np.exp(logp) - onehot) / z.size
    return loss, dz
