# bug: The gradient stops at the probability: -1/p at the true class, without the step through the softmax.
# output: dz
# line: 15
# accept: softmax-jacobian-missing, inner-derivative-missing
import numpy as np


def softmax_loss(z, y):
    N, C = z.shape
    e = np.exp(z - z.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    logp = z - z.max(axis=1, keepdims=True) - np.log(e.sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean()
    dz = np.zeros((N, C))
    dz[np.arange(N), y] = -1 / p[np.arange(N), y]
    return loss, dz / N
