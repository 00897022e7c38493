# bug: The sum of the exponentials runs over the whole matrix since axis is left out.
# output: loss, dz
# line: 11
# accept: normaliser-whole-batch, max-whole-batch
import numpy as np


def softmax_loss(z, y):
    num = z.shape[0]
    z = z - np.max(z)
    logp = z - np.log(np.sum(np.exp(z)))
    loss = -logp[np.arange(num), y].sum() / num
    dz = np.exp(logp)
    dz[np.arange(num), y] -= 1
    return loss, dz / num
