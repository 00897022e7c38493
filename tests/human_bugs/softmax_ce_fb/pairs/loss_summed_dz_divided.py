# bug: Loss summed.
# bug: Dz divided by N*C (size).
# output: loss, dz
# line: 14; 17
# accept: loss-mean-missing; mean-over-classes
import numpy as np

def softmax_loss(z, y):
    N = z.shape[0]
    z = z - np.max(z, axis=1, keepdims=True)
    p = np.exp(z)
    p /= np.sum(p, axis=1, keepdims=True)
    logp = z - np.log(np.sum(np.exp(z), axis=1, keepdims=True))
    loss = -np.sum(logp[np.arange(N), y])
    dz = p.copy()
    dz[np.arange(N), y] -= 1
    dz /= z.size
    return loss, dz
