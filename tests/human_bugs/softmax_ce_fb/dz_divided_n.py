# bug: Dz not divided by N.
# output: dz
# line: 18
# accept: mean-missing
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=1)[:, None]
    return z - m - np.log(np.sum(np.exp(z - m), axis=1))[:, None]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[y]
    logp = log_softmax(z)
    loss = -np.sum(target * logp) / N
    dz = np.exp(logp) - target
    return loss, dz
