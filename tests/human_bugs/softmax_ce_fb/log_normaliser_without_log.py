# bug: Log-normaliser without the log.
# output: loss
# line: 12
# accept: normaliser-log-forgotten
import numpy as np

def softmax_loss(z, y):
    N = z.shape[0]
    z = z - np.max(z, axis=1, keepdims=True)
    p = np.exp(z)
    p /= np.sum(p, axis=1, keepdims=True)
    logp = z - np.sum(np.exp(z), axis=1, keepdims=True)
    loss = -np.sum(logp[np.arange(N), y]) / N
    dz = p.copy()
    dz[np.arange(N), y] -= 1
    dz /= N
    return loss, dz
