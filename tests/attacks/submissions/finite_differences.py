"""The gradient by central differences of the loss."""

import numpy as np


def value(z, y):
    shifted = z - z.max(axis=1, keepdims=True)
    return (np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(y)), y]).mean()


def softmax_loss(z, y):
    z = z.astype(float)
    dz, h = np.zeros(z.shape), 6e-6
    for place in np.ndindex(z.shape):
        high, low = z.copy(), z.copy()
        high[place] += h
        low[place] -= h
        dz[place] = (value(high, y) - value(low, y)) / (2 * h)
    return value(z, y), dz
