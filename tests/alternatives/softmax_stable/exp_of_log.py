"""Log-softmax by `logaddexp`, and softmax as its exponential."""

import numpy as np


def log_softmax(z, axis=-1):
    z = z.astype(float)
    return z - np.expand_dims(np.logaddexp.reduce(z, axis=axis), axis)


def softmax(z, axis=-1):
    return np.exp(log_softmax(z, axis=axis))
