# bug: The one is subtracted with dz[:, y], which hits whole columns, instead of one entry for each row.
# output: dz
# line: 14
# accept: broadcast-over-rows
import numpy as np


def softmax_loss(z, y):
    N = z.shape[0]
    shift = z - np.amax(z, axis=1, keepdims=True)
    sum_exp = np.exp(shift).sum(axis=1, keepdims=True)
    loss = (np.log(sum_exp).ravel() - shift[np.arange(N), y]).mean()
    dz = np.exp(shift) / sum_exp
    dz[:, y] -= 1
    dz /= N
    return loss, dz
