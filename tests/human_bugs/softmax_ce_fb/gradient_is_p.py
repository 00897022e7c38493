# bug: The one is never subtracted at the true class: the gradient is p/N.
# output: dz
# line: 14
# accept: onehot-not-subtracted
import numpy as np


def softmax_loss(z, y):
    N = z.shape[0]
    m = z.max(axis=1, keepdims=True)
    log_norm = m + np.log(np.exp(z - m).sum(axis=1, keepdims=True))
    log_p = z - log_norm
    loss = -np.mean([log_p[i, y[i]] for i in range(N)])
    dz = np.exp(log_p) / N
    return loss, dz
