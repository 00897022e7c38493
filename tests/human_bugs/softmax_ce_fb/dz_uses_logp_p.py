# bug: Dz uses logp and not p.
# output: dz
# line: 18
# accept: log-for-probability
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=1)[:, None]
    return z - m - np.log(np.sum(np.exp(z - m), axis=1))[:, None]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[y]
    logp = log_softmax(z)
    loss = -np.sum(target * logp) / N
    dz = (logp - target) / N
    return loss, dz
