# bug: A small constant is added inside the logarithm, which caps the loss of very wrong samples.
# output: loss
# line: 13
# accept: none
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    onehot = np.eye(C)[y]
    loss = -np.sum(onehot * np.log(p + 1e-7)) / N
    dz = (p - onehot) / N
    return loss, dz
