# bug: Base 2 logarithm.
# output: loss
# line: 17
# accept: log-base-two
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=1)[:, None]
    return z - m - np.log(np.sum(np.exp(z - m), axis=1))[:, None]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[y]
    logp = log_softmax(z)
    loss = -np.sum(target * logp) / np.log(2) / N
    dz = (np.exp(logp) - target) / N
    return loss, dz
