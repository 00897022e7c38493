# bug: The subtraction of 1 hits whole columns: dz[:, y] -= 1.
# output: dz
# line: 15
# accept: broadcast-over-rows
import numpy as np

def softmax_loss(z, y):
    N = z.shape[0]
    z = z - np.max(z, axis=1, keepdims=True)
    p = np.exp(z)
    p /= np.sum(p, axis=1, keepdims=True)
    logp = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    loss = -np.sum(logp[np.arange(N), y]) / N
    dz = p.copy()
    dz[:, y] -= 1
    dz /= N
    return loss, dz
