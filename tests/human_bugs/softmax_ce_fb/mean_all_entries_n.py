# bug: Mean over all entries (N*C).
# output: loss
# line: 17
# accept: mean-over-classes
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=1)[:, None]
    return z - m - np.log(np.sum(np.exp(z - m), axis=1))[:, None]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[y]
    logp = log_softmax(z)
    loss = -np.mean(target * logp)
    dz = (np.exp(logp) - target) / N
    return loss, dz
