# bug: Takes the predicted class as the target.
# output: dz, loss
# line: 15
# accept: prediction-for-label
import numpy as np


def log_softmax(z):
    m = np.max(z, axis=1)[:, None]
    return z - m - np.log(np.sum(np.exp(z - m), axis=1))[:, None]


def softmax_loss(z, y):
    N, C = z.shape
    target = np.eye(C)[z.argmax(axis=1)]
    logp = log_softmax(z)
    loss = -np.sum(target * logp) / N
    dz = (np.exp(logp) - target) / N
    return loss, dz
