# bug: Softmax over the batch axis.
# output: dz, loss
# line: 9, 10
# accept: softmax-axis
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=0)[None, :]
    return z - m - np.log(np.sum(np.exp(z - m), axis=0))[None, :]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[y]
    logp = log_softmax(z)
    loss = -np.sum(target * logp) / N
    dz = (np.exp(logp) - target) / N
    return loss, dz
