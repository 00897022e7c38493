"""The gradient by a complex step: exact to the last digit."""

import numpy as np


def value(z, y):
    shifted = z - z.real.max(axis=1, keepdims=True)
    return (np.log(np.exp(shifted).sum(axis=1)) - shifted[np.arange(len(y)), y]).mean()


def softmax_loss(z, y):
    dz = np.zeros(z.shape)
    for place in np.ndindex(z.shape):
        step = z.astype(complex)
        step[place] += 1e-30j
        dz[place] = value(step, y).imag / 1e-30
    return value(z.astype(float), y), dz
