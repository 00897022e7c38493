# bug: Logp is overwritten (masked in place) before the gradient reads it.
# output: dz
# line: 17, 18
# accept: none
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=1)[:, None]
    return z - m - np.log(np.sum(np.exp(z - m), axis=1))[:, None]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[y]
    logp = log_softmax(z)
    logp *= target
    loss = -np.sum(logp) / N
    dz = (np.exp(logp) - target) / N
    return loss, dz
