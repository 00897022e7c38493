"""The pair as one complex number that turns."""

import numpy as np


def positional_encoding(T, D, start=0):
    frequency = np.exp(-np.log(10000.0) * np.arange(D // 2) * 2 / D)
    turned = np.outer(np.arange(start, start + T), frequency)
    return np.stack([np.sin(turned), np.cos(turned)], axis=-1).reshape(T, D)
