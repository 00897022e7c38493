# bug: The maximum is subtracted once: log-sum-exp without shifting back.
# output: dz, loss
# line: 11
# accept: none
# edit: behaves as if z stood where shifted belongs
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=1)[:, None]
    return z - np.log(np.sum(np.exp(z - m), axis=1))[:, None]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[y]
    logp = log_softmax(z)
    loss = -np.sum(target * logp) / N
    dz = (np.exp(logp) - target) / N
    return loss, dz
