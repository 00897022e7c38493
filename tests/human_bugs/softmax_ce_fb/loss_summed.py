# bug: The loss is summed over the batch instead of averaged, unlike the gradient.
# output: loss
# line: 12
# accept: loss-mean-missing
import numpy as np


def softmax_loss(z, y):
    n = len(y)
    s = z - z.max(axis=1)[:, None]
    lse = np.log(np.exp(s).sum(axis=1))
    loss = np.sum(lse - s[np.arange(n), y])
    dz = np.exp(s - lse[:, None])
    dz[np.arange(n), y] -= 1.0
    dz /= n
    return loss, dz
